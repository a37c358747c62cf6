import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { keywordCompletionSource, PostgreSQL, SQLDialect, sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completionsAt, type CompletedTable } from './sql-completions.ts';

/** PostgreSQL's grammar, which DuckDB's is made from; only words that a question needs are offered. */
const DUCKDB = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords:
    'all and any as asc asof between by case cast cross current_date desc describe distinct else end except exclude ' +
    'exists explain filter first following for from full group having if ilike in inner intersect interval is join ' +
    'last lateral left like limit materialized natural not null nulls offset on or order outer over partition pivot ' +
    'positional preceding qualify range recursive replace right row rows sample select semi show similar some ' +
    'summarize table then to true false unbounded union unpivot using values when where window with within',
  types:
    'bigint blob boolean date decimal double float hugeint integer numeric real smallint struct text time timestamp ' +
    'tinyint ubigint uinteger usmallint utinyint uuid varchar',
  builtin: '',
});

/** Colours are the page's, also where they change. */
const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--first)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--accent)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.typeName, color: 'var(--first)' },
]);

const THEME = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--raised)', fontSize: '0.875rem', height: '100%' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.5rem' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--muted)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--ink) 5%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--rule)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--first)', color: 'var(--paper)' },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal', marginInlineStart: '1em' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
});

export interface SqlEditorOptions {
  statement: string;
  label: string;
  tables: readonly CompletedTable[];
  functions: readonly string[];
  /** Each time the text changes. */
  onchange: (statement: string) => void;
  /** Ctrl+Enter or ⌘+Enter. */
  onrun: () => void;
}

/** An editor for one statement. It lives in a shadow root, where its style sheets need no style element. */
export class SqlEditor {
  readonly #view: EditorView;
  readonly #completion = new Compartment();
  readonly #label = new Compartment();

  constructor(parent: HTMLElement, options: SqlEditorOptions) {
    const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
    const run = () => {
      options.onrun();
      return true;
    };
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: options.statement,
        extensions: [
          Prec.highest(
            keymap.of([
              { key: 'Mod-Enter', run },
              { key: 'Ctrl-Enter', run },
            ]),
          ),
          lineNumbers(),
          history(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          sql({ dialect: DUCKDB }),
          syntaxHighlighting(HIGHLIGHT),
          THEME,
          this.#completion.of(completionFor(options.tables, options.functions)),
          this.#label.of(labelled(options.label)),
          // Tab leaves the editor: a reader without a mouse must get out.
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) options.onchange(update.state.doc.toString());
          }),
        ],
      }),
    });
  }

  /** Puts another statement in the place of the whole text. */
  replace(statement: string): void {
    if (statement === this.#view.state.doc.toString()) return;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: statement } });
  }

  /** Puts a name in the place of the selection and goes on behind it. */
  insert(text: string): void {
    this.#view.dispatch(this.#view.state.replaceSelection(text));
    this.#view.focus();
  }

  name(label: string): void {
    this.#view.dispatch({ effects: this.#label.reconfigure(labelled(label)) });
  }

  complete(tables: readonly CompletedTable[], functions: readonly string[]): void {
    this.#view.dispatch({ effects: this.#completion.reconfigure(completionFor(tables, functions)) });
  }

  close(): void {
    this.#view.destroy();
  }
}

function labelled(label: string): Extension {
  return EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true', spellcheck: 'false' });
}

function completionFor(tables: readonly CompletedTable[], functions: readonly string[]): Extension {
  const source = ({ state, pos, explicit }: CompletionContext) => {
    const found = completionsAt(state.doc.toString(), pos, tables, functions, explicit);
    if (found === null) return null;
    const types = { table: 'class', column: 'property', function: 'function' };
    return {
      from: found.from,
      options: found.items.map(({ label, kind, detail, boost }) => ({
        label,
        type: types[kind],
        detail: detail.length > 40 ? `${detail.slice(0, 39)}…` : detail,
        boost,
      })),
      validFor: /^[\p{L}\p{N}_]*$/u,
    };
  };
  return autocompletion({ override: [source, keywordCompletionSource(DUCKDB)], icons: false });
}
