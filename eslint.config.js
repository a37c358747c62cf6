import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { LAYERS } from './tools/layers.mjs';

/** A number read this way has left the exact decimals. */
const FLOATS = { name: 'parseFloat', message: 'Amounts are exact decimals: use src/money.' };

/** Packages other than these, and folders other than these, are not to be imported. @param {readonly string[]} names */
const anyBut = (names) => (names.length === 0 ? '' : `(?!(?:${names.join('|')})(?:/|$))`);

/**
 * The import table as rules, one block a folder of src/.
 * @type {import('eslint').Linter.Config[]}
 */
const layerRules = Object.entries(LAYERS).flatMap(([folder, layer]) => [
  rulesOf(folder, layer, [`src/${folder}/**/*.{ts,svelte}`]),
  ...Object.entries(layer.exceptions ?? {}).map(([file, more]) =>
    rulesOf(
      folder,
      {
        ...layer,
        folders: [...layer.folders, ...more],
        typesOf: layer.typesOf?.filter((name) => !more.includes(name)),
        packages: [...layer.packages, ...more],
        typesOfPackages: layer.typesOfPackages?.filter((name) => !more.includes(name)),
      },
      [file],
    ),
  ),
]);

/** Folders inside a folder of src/: its own, seen from one another. @param {string} folder */
function within(folder) {
  const entries = readdirSync(new URL(`src/${folder}`, import.meta.url), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/**
 * @param {string} folder
 * @param {import('./tools/layers.mjs').Layer} layer
 * @param {string[]} files
 * @returns {import('eslint').Linter.Config}
 */
function rulesOf(folder, layer, files) {
  const { folders, typesOf = [], packages, typesOfPackages = [], node = false } = layer;
  const message = `see the import table in tools/layers.mjs: src/${folder} may not import this`;
  /** @param {string} regex */
  const typesOnly = (regex) => ({ regex, allowTypeImports: true, message: `${message}, save as a type` });
  const patterns = [
    { regex: `^(?:\\.\\./)+${anyBut([folder, ...within(folder), ...folders, ...typesOf])}[\\w-]+/`, message },
    { regex: `^(?!node:)${anyBut([...packages, ...typesOfPackages])}[^./]`, message },
  ];
  if (!node) patterns.push({ regex: '^node:', message });
  if (typesOf.length > 0) patterns.push(typesOnly(`^(?:\\.\\./)+(?:${typesOf.join('|')})/`));
  if (typesOfPackages.length > 0) patterns.push(typesOnly(`^(?:${typesOfPackages.join('|')})(?:/|$)`));
  return { files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

export default defineConfig(
  { ignores: ['dist/', '.cache/', 'coverage/'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      // TypeScript knows better which names exist.
      'no-undef': 'off',
      eqeqeq: 'error',
      // Documents are full of ideographic spaces.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      'no-restricted-globals': ['error', FLOATS],
      'no-restricted-properties': ['error', { object: 'Number', property: 'parseFloat', message: FLOATS.message }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // A promise nobody waits for is an error nobody sees.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: {
      parserOptions: {
        parser: ts.parser,
        extraFileExtensions: ['.svelte'],
        svelteConfig: { compilerOptions: { runes: true } },
      },
    },
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"] > SvelteLiteral:first-child:last-child',
          message: "A fixed style attribute is refused by the page's policy when it is cloned: use a class.",
        },
      ],
    },
  },
  { files: ['**/*.cjs'], rules: { 'no-var': 'off' } },
  ...layerRules,
);
