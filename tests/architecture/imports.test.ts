import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DATABASES, DRAWERS, LAYERS, type Layer } from '../../tools/layers.mjs';
import { root } from '../../tools/root.mjs';
import { filesUnder, layerOf, parseModule, readModules, type Import, type Module } from './modules.ts';

const modules = readModules();

describe('The import table', () => {
  test('has a line for every folder of src/', () => {
    const folders = new Set(modules.map(({ path }) => layerOf(path)).filter((folder) => folder !== null));
    expect([...folders].filter((folder) => !(folder in LAYERS))).toEqual([]);
  });

  test('is kept by every module', () => {
    expect(modules.flatMap(breaches)).toEqual([]);
  });

  test('tells a breach from what is allowed', () => {
    const breachesOf = (path: string, source: string) => breaches(parseModule(path, source));
    expect(breachesOf('src/money/x.ts', "import { Decimal } from 'decimal.js';")).toEqual([]);
    expect(breachesOf('src/money/x.ts', "import '../engine/engine.ts';")).toHaveLength(1);
    expect(breachesOf('src/charts/x.ts', "import type { TopLevelSpec } from 'vega-lite';")).toEqual([]);
    expect(breachesOf('src/charts/x.ts', "import { compile } from 'vega-lite';")).toHaveLength(1);
    expect(breachesOf('src/charts/drawing.ts', "const { compile } = await import('vega-lite');")).toEqual([]);
    expect(breachesOf('src/charts/x.ts', "const fs = await import('node:fs');")).toHaveLength(1);
    expect(breachesOf('src/views/x.svelte', "<script>import { a } from '../engine/a.ts';</script>")).toHaveLength(1);
    expect(breachesOf('src/views/x.ts', "import data from '../../data/manifest.json';")).toHaveLength(1);
    expect(breachesOf('src/engine/x.ts', "import '../../data/manifest.json';")).toEqual([]);
  });
});

test('Only src/engine imports a database', () => {
  const importers = modules.filter(({ imports }) => imports.some(({ specifier }) => isOneOf(specifier, DATABASES)));
  expect(importers.filter(({ path }) => layerOf(path) !== 'engine').map(({ path }) => path)).toEqual([]);
});

test('One component embeds the charts', () => {
  const importers = modules.filter(({ imports }) =>
    imports.some(({ specifier }) => isOneOf(specifier, ['vega-embed'])),
  );
  expect(importers.length, importers.map(({ path }) => path).join(', ')).toBeLessThanOrEqual(1);
});

test('No module imports itself over others', () => {
  const graph = new Map(
    modules.map(({ path, imports }) => [
      path,
      // A cycle of types alone disappears when the code is built.
      imports.filter(({ typesOnly }) => !typesOnly).flatMap(({ file }) => file ?? []),
    ]),
  );
  expect(cycles(graph)).toEqual([]);
  expect(
    cycles(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual(['b → c → b']);
});

test('No module is a barrel that only passes on', () => {
  expect(modules.filter(({ isBarrel }) => isBarrel).map(({ path }) => path)).toEqual([]);
  expect(parseModule('src/x/index.ts', "export * from './a.ts';\nexport { b } from './b.ts';").isBarrel).toBe(true);
});

test('No folder has a name that says nothing', () => {
  const folders = ['src', 'queries', 'tests', 'tools', 'bench']
    .flatMap(filesUnder)
    .flatMap((path) => path.split('/').slice(0, -1));
  expect([...new Set(folders)].filter((name) => DRAWERS.includes(name))).toEqual([]);
});

test("The engine never runs a statement through DuckDB's query(), which hides errors", () => {
  // The engine's own interface has a query() too: only the modules that hold a connection of DuckDB-wasm are looked at.
  const holders = modules.filter(({ imports }) =>
    imports.some(({ specifier }) => isOneOf(specifier, ['@duckdb/duckdb-wasm'])),
  );
  const hidden = /\b(?:conn|connection|prepared|statement|database|db)\w*(?:\)|!|\?)?\s*\.\s*query\s*\(/gi;
  expect(
    holders.flatMap(({ path, source }) => [...source.matchAll(hidden)].map(([call]) => `${path}: ${call}`)),
  ).toEqual([]);
  expect('await this.#connection.query(sql)').toMatch(hidden);
});

test('DuckDB-wasm is pinned to the last release that reads Parquet without a download', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(dependencies['@duckdb/duckdb-wasm']).toBe('1.28.0');
});

/** What a module imports against the table, as one line each. */
function breaches({ path, imports }: Module): string[] {
  const folder = layerOf(path);
  const layer = folder === null ? undefined : LAYERS[folder];
  if (folder === null || layer === undefined) return [];
  return imports
    .filter((one) => !isAllowed(path, folder, layer, one))
    .map(({ specifier }) => `${path} imports ${specifier}`);
}

function isAllowed(path: string, folder: string, layer: Layer, { specifier, file, typesOnly }: Import): boolean {
  if (specifier.startsWith('node:')) return layer.node === true;
  if (file === null) {
    const packages = [...layer.packages, ...(layer.exceptions?.[path] ?? [])];
    return isOneOf(specifier, packages) || (typesOnly && isOneOf(specifier, layer.typesOfPackages ?? []));
  }
  const target = layerOf(file);
  // Outside src/ lie queries/ and data/: the engine alone reads them, the command line says where snapshots go.
  if (target === null)
    return new RegExp(`^(?:${{ engine: 'queries|data', cli: 'data' }[folder] ?? '$.'})(?:/|$)`).test(file);
  const folders = [folder, ...layer.folders, ...(layer.exceptions?.[path] ?? [])];
  return folders.includes(target) || (typesOnly && (layer.typesOf ?? []).includes(target));
}

function isOneOf(specifier: string, packages: readonly string[]): boolean {
  return packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

/** Every cycle that a walk from each module in turn comes upon, as a line "a → b → a". */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node);
    if (start >= 0) {
      found.push([...trail.slice(start), node].join(' → '));
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return found;
}
