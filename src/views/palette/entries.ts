import type { LanguageCode, Texts } from '../../language/texts.ts';
import { viewName } from '../../language/view-name.ts';
import type { TrendRow } from '../../metrics/analysis-rows.ts';
import { NO_FINDING, NO_NARROWING, VIEWS, type Address } from '../../state/address.ts';
import { inPickerOrder, type Selection } from '../../state/selection.ts';
import type { StartedBody } from '../../state/started.ts';
import type { Findable } from './ranking.ts';

/** The groups, in the order in which they stand. */
export const GROUPS = ['bodies', 'items', 'views', 'actions'] as const;
export type Group = (typeof GROUPS)[number];

/** Something that the palette goes to or does. */
export interface Entry extends Findable {
  /** Unlike that of any other entry. */
  id: string;
  group: Group;
  /** Behind the name: code, body, what stands now. */
  hint: string;
  /** What changes in the address; null: the files are added. */
  change: Partial<Address> | null;
}

export interface Known {
  bodies: readonly StartedBody[];
  /** Other names of the bodies, by id. */
  aliases: ReadonlyMap<string, readonly string[]>;
  /** What is known of all bodies over the years. */
  trends: readonly TrendRow[];
  selection: Selection;
  address: Address;
  /** Whether files can be added. */
  adds: boolean;
  texts: Texts;
  /** The other language: what it calls a thing finds it too. */
  otherTexts: Texts;
}

/** All that the palette can find, in the order in which it stands before anything is typed. */
export function entriesOf(known: Known): Entry[] {
  return [...bodyEntries(known), ...itemEntries(known), ...viewEntries(known), ...actionEntries(known)];
}

/** Each body, which keeps the year where it has it, followed by its years. */
function bodyEntries({ bodies, aliases, selection, texts }: Known): Entry[] {
  const usable = inPickerOrder(bodies).filter(({ years }) => years.length > 0);
  return usable.flatMap((body): Entry[] => {
    const keys = [...(aliases.get(body.id) ?? []), body.id];
    const department = usable.find(({ id }) => id === body.parent);
    const common = { group: 'bodies' as const, keys, hint: department?.name ?? '' };
    const year = body.years.includes(selection.year) ? selection.year : null;
    return [
      { ...common, id: `body ${body.id}`, name: body.name, change: { ...NO_FINDING, department: body.id, year } },
      ...[...body.years]
        .sort((a, b) => b - a)
        .map((of): Entry => ({
          ...common,
          id: `body ${body.id} ${of}`,
          name: texts.palette.bodyYear(body.name, texts.year(of)),
          keys: [...keys, String(of)],
          change: { ...NO_FINDING, department: body.id, year: of },
        })),
    ];
  });
}

/** Measures over the years, subjects with what they are made of: of the body that is open, else of one that has them. */
function itemEntries({ trends, bodies, selection, texts, otherTexts }: Known): Entry[] {
  const rowOf = new Map<string, TrendRow>();
  for (const row of trends) {
    const there = rowOf.get(row.item);
    const own = row.department_id === selection.body.id;
    if (there === undefined || (own && there.department_id !== selection.body.id)) rowOf.set(row.item, row);
  }
  return [...rowOf.values()].flatMap((row): Entry[] => {
    const body = bodies.find(({ id }) => id === row.department_id);
    if (body === undefined) return [];
    const elsewhere = body.id !== selection.body.id;
    const there = elsewhere
      ? { department: body.id, year: body.years.includes(selection.year) ? selection.year : null }
      : {};
    const of = elsewhere ? body.name : '';
    const nameIn = ({ measures, subject }: Texts): string =>
      row.item_kind === 'measure' ? (measures[row.item] ?? row.item_name) : subject(row.item, row.item_name);
    const common = {
      group: 'items' as const,
      name: nameIn(texts),
      keys: [nameIn(otherTexts), row.item, row.item_name],
    };
    const id = `item ${row.item}`;
    if (row.item_kind === 'measure')
      return [{ ...common, id, hint: of, change: { ...NO_NARROWING, ...there, view: 'trends', items: row.item } }];
    return [
      {
        ...common,
        id,
        hint: [row.item, of].filter(Boolean).join(' · '),
        change: { ...NO_NARROWING, ...there, view: 'structure', subject: row.item },
      },
    ];
  });
}

function viewEntries({ address, texts, otherTexts }: Known): Entry[] {
  return VIEWS.map((view) => ({
    id: `view ${view}`,
    group: 'views',
    name: viewName(view, texts),
    keys: [viewName(view, otherTexts), view],
    hint: view === address.view ? texts.palette.open : '',
    change: { ...NO_NARROWING, view },
  }));
}

function actionEntries({ address, adds, texts, otherTexts }: Known): Entry[] {
  const { controls, palette, units } = texts;
  const setting = (id: string, name: string, other: string, now: boolean, change: Partial<Address>): Entry => ({
    id: `set ${id}`,
    group: 'actions',
    name,
    keys: [other],
    hint: now ? palette.now : '',
    change,
  });
  const theme = (value: Address['theme'], name: 'themeAuto' | 'themeLight' | 'themeDark'): Entry =>
    setting(
      `theme ${value}`,
      palette.setting(controls.theme, controls[name]),
      palette.setting(otherTexts.controls.theme, otherTexts.controls[name]),
      address.theme === value,
      { theme: value },
    );
  const unit = (value: Address['unit'], name: string): Entry =>
    setting(
      `unit ${value}`,
      palette.setting(controls.unit, units[name]!),
      palette.setting(otherTexts.controls.unit, otherTexts.units[name]!),
      address.unit === value,
      { unit: value },
    );
  const language = (value: LanguageCode, name: string): Entry =>
    setting(
      `language ${value}`,
      palette.setting(controls.language, name),
      palette.setting(otherTexts.controls.language, name),
      address.language === value,
      { language: value },
    );
  return [
    theme('light', 'themeLight'),
    theme('dark', 'themeDark'),
    theme(null, 'themeAuto'),
    unit('wan', '万元'),
    unit('yi', '亿元'),
    language('zh', '中文'),
    language('en', 'English'),
    ...(adds
      ? [
          {
            id: 'add',
            group: 'actions' as const,
            name: texts.adding.button,
            keys: [otherTexts.adding.button],
            hint: '',
            change: null,
          },
        ]
      : []),
  ];
}
