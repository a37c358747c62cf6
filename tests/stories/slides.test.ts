import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Data } from '../../src/engine/data.ts';
import { openDataInNode } from '../../src/engine/data-in-node.ts';
import { voiceOf } from '../../src/language/voice.ts';
import type { LanguageCode } from '../../src/language/texts.ts';
import type { Dashboard } from '../../src/metrics/dashboard.ts';
import { createDashboard } from '../../src/metrics/fetch.ts';
import type { StartedBody } from '../../src/state/started.ts';
import { readyMadeStory } from '../../src/stories/ready-made.ts';
import { plainStep, type PanelName } from '../../src/stories/story.ts';
import type { Slide } from '../../src/views/story/slide.ts';
import { slidesOf } from '../../src/views/story/step-slide.ts';
import { bodiesIn } from './shipped-bodies.ts';

describe('The stories of the shipped data', () => {
  let data: Data;
  let dashboard: Dashboard;
  let bodies: StartedBody[];
  beforeAll(async () => {
    data = await openDataInNode();
    dashboard = createDashboard(async (name, parameters) => (await data.query(name, parameters)).rows);
    bodies = await bodiesIn(data, dashboard);
  });
  afterAll(() => data.close());

  const look = (language: LanguageCode, narrow = false) => {
    const voice = voiceOf(language, 'wan');
    return { voice, room: { narrow, few: { rows: 7, rest: voice.texts.story.rest } } };
  };
  interface Told {
    body: StartedBody;
    year: number;
    slides: Slide[];
  }
  const told = new Map<LanguageCode, Promise<Told[]>>();
  const everyStory = (language: LanguageCode): Promise<Told[]> => {
    const known = told.get(language) ?? tellAll(language);
    told.set(language, known);
    return known;
  };
  const tellAll = (language: LanguageCode): Promise<Told[]> =>
    Promise.all(
      bodies.flatMap((body) =>
        body.years.map(async (year) => ({
          body,
          year,
          slides: await slidesOf(dashboard, bodies, readyMadeStory(body.id, year), look(language)),
        })),
      ),
    );

  test('every body and year has one, and each step says something', async () => {
    const stories = await everyStory('zh');
    expect(stories.length).toBeGreaterThan(8);
    for (const { body, slides } of stories) {
      expect(slides.length, body.id).toBeGreaterThan(0);
      expect(slides[0]!.panel).toBe('total');
      for (const slide of slides) {
        expect(slide.headline.length, `${body.id} ${slide.panel}`).toBeGreaterThan(6);
        expect(slide.charts.length + slide.facts.length, `${body.id} ${slide.panel}`).toBeGreaterThan(0);
        expect(slide.source, `${body.id} ${slide.panel}`).not.toBe('');
      }
    }
  });

  test('the one of 株洲市生态环境局 2024 goes from the whole to what is doubtful', async () => {
    const slides = await slidesOf(dashboard, bodies, readyMadeStory('zhuzhou-ecology', 2024), look('zh'));
    expect(slides.map(({ panel }) => panel)).toEqual([
      'total',
      'change',
      'structure',
      'three-public',
      'execution',
      'projects',
      'contradictions',
    ]);
    expect(slides[0]!.headline).toBe('2024年收支总计6504.45万元，较上年减少565.63万元，下降8.0%');
    expect(slides[0]!.remarks).toContain('上年数7070.08万元由本年文件的增减额推得。');
    expect(slides.at(-1)!.headline).toMatch(/^核对 [\d,]+ 处，[\d,]+ 处不一致（待核实）/);
    expect(slides.at(-1)!.facts).toHaveLength(2);
  });

  test('The projects a slide leaves out are counted among those its headline counts', async () => {
    const slides = (await everyStory('zh'))
      .flatMap((story) => story.slides)
      .filter(({ panel }) => panel === 'projects');
    let counted = 0;
    for (const { headline, charts, remarks } of slides) {
      const all = /^(\d+) 个项目中/.exec(headline)?.[1];
      const left = /^另有 (\d+) 项/.exec(remarks[0] ?? '')?.[1];
      if (all === undefined || left === undefined) continue;
      counted++;
      expect(charts[0]!.chart.rows.length + Number(left)).toBe(Number(all));
    }
    expect(counted).toBeGreaterThan(0);
  });

  test('In Chinese there is no English, and nothing that is no number is written as one', async () => {
    for (const { slides } of await everyStory('zh')) {
      for (const { headline, remarks, kicker, key, facts } of slides) {
        const words = [
          headline,
          kicker,
          ...remarks,
          ...key.map(({ text }) => text),
          ...facts.flatMap((f) => [f.label, f.value]),
        ];
        for (const text of words) expect(text).not.toMatch(/NaN|undefined|null|Infinity|[a-z]{3,}/);
      }
    }
  });

  test('A change that cannot be given is not written as 0 %', async () => {
    const rows = (await dashboard.headlineChanges()).filter(
      ({ comparability, actual, measure }) => comparability !== 'comparable' && actual !== null && measure === 'total',
    );
    let incomparable = 0;
    for (const { body, year, slides } of await everyStory('zh')) {
      if (!rows.some((row) => row.department_id === body.id && row.fiscal_year === year)) continue;
      incomparable++;
      expect(slides[0]!.headline).not.toContain('%');
    }
    expect(incomparable).toBeGreaterThan(0);
  });

  test('Every amount and rate of a headline stands in its table or its large numbers', async () => {
    for (const language of ['zh', 'en'] as const) {
      for (const { body, slides } of await everyStory(language)) {
        for (const slide of slides) {
          const rows = await dashboard.headlineChanges({ department: body.id, year: slide.year });
          const { numbers } = voiceOf(language, 'wan');
          const known = new Set(
            [
              ...(slide.table?.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) ?? []),
              ...slide.facts.flatMap(({ value, remark }) => [value, remark ?? '']),
              ...(slide.panel === 'total'
                ? rows.flatMap((row) =>
                    [
                      row.actual,
                      row.initial_budget,
                      row.change,
                      row.budget_change,
                      row.alt_actual,
                      row.prior_actual,
                      row.alt_prior_actual,
                    ].flatMap((amount) => (amount === null ? [] : [numbers.magnitude(amount)])),
                  )
                : []),
              ...(slide.panel === 'total'
                ? rows.flatMap((row) =>
                    [row.change_pct, row.budget_change_pct].flatMap((rate) =>
                      rate === null ? [] : [numbers.rateMagnitude(rate)],
                    ),
                  )
                : []),
            ].flatMap((text) => decimalsIn(text)),
          );
          // Limits of the classes of execution are no findings.
          for (const number of decimalsIn(slide.headline))
            expect([...known], `${body.id} ${slide.year} ${slide.panel}: ${slide.headline}`).toContain(number);
        }
      }
    }
  });

  test('Few rows are drawn, and the others are counted', async () => {
    for (const { slides } of await everyStory('zh')) {
      for (const { charts, panel } of slides) {
        for (const { chart } of charts) {
          const rows = new Set(chart.rows.map(({ name, year }) => String(name ?? year)));
          expect(rows.size, panel).toBeLessThanOrEqual(7);
        }
      }
    }
  });

  test('Every panel that a reader can add has a slide where the data have it', async () => {
    const panels: PanelName[] = ['trends', 'compare', 'three-public-parts', 'unit-costs'];
    const slides = await slidesOf(
      dashboard,
      bodies,
      { ...readyMadeStory('zhuzhou-ecology', 2024), steps: panels.map(plainStep) },
      look('zh', true),
    );
    expect(slides.map(({ panel }) => panel)).toEqual(panels);
  });

  test('A step of its own body and year, with its own title and note, keeps them', async () => {
    const point = 'total 2024';
    const step = {
      ...plainStep('total'),
      department: 'putuo-finance',
      year: 2024,
      title: '少了一点',
      notes: [{ text: '看这里', on: [point] }],
    };
    const [slide] = await slidesOf(
      dashboard,
      bodies,
      { ...readyMadeStory('zhuzhou-ecology', 2024), steps: [step, { ...step, department: 'nobody' }] },
      look('zh'),
    );
    expect(slide!.body.id).toBe('putuo-finance');
    expect(slide!.headline).toBe('少了一点');
    const labelled = slide!.charts[0]!.chart.rows.filter(({ pick }) => pick === point);
    expect(labelled.map(({ label }) => label)).toEqual([expect.stringMatching(/①$/)]);
  });
});

/** Numbers with a decimal point, without their thousands. */
function decimalsIn(text: string): string[] {
  return [...text.replaceAll(',', '').matchAll(/\d+\.\d+/g)].map(([number]) => number);
}
