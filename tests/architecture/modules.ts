import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from '../../tools/root.mjs';

export interface Import {
  /** As written: a package, a node: module or a relative path. */
  readonly specifier: string;
  /** For a relative path: the file it names, from the project's folder. */
  readonly file: string | null;
  readonly typesOnly: boolean;
}

export interface Module {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly source: string;
  readonly imports: readonly Import[];
  /** Whether it holds nothing but re-exports. */
  readonly isBarrel: boolean;
}

/** All modules of src/ : TypeScript files and the scripts of Svelte components. */
export function readModules(): Module[] {
  return filesUnder('src')
    .filter((path) => /\.(?:ts|svelte)$/.test(path))
    .map((path) => parseModule(path, readFileSync(join(root, path), 'utf8')));
}

/** Files below a folder, at any depth, from the project's folder and with forward slashes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Reads the imports of one file: static, dynamic, re-exports, import types and `new URL(…, import.meta.url)`. */
export function parseModule(path: string, source: string): Module {
  const code = path.endsWith('.svelte')
    ? [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
    : source;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const add = (specifier: string, typesOnly: boolean) => {
    const relativeTo = /^\.{1,2}\//.test(specifier);
    imports.push({
      specifier,
      file: relativeTo ? posix.join(dirname(path), specifier.replace(/\?.*$/, '')) : null,
      typesOnly,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, importsTypesOnly(node));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      if (ts.isStringLiteral(literal)) add(literal.text, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteralLike(specifier)) add(specifier.text, false);
    } else if (ts.isNewExpression(node) && node.expression.getText(file) === 'URL') {
      const [specifier, base] = node.arguments ?? [];
      if (specifier && ts.isStringLiteralLike(specifier) && base?.getText(file) === 'import.meta.url') {
        add(specifier.text, false);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    path,
    source,
    imports,
    isBarrel:
      file.statements.length > 0 &&
      file.statements.every(
        (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
      ),
  };
}

function importsTypesOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false; // for its effect
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((element) => element.isTypeOnly)
  );
}

/** The folder of src/ a file belongs to; null for src/main.ts and what lies outside src/. */
export function layerOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}
