/**
 * What the page may do: nothing from another origin, no inline script, no eval; WebAssembly is DuckDB's. Inline style
 * attributes are what the charts and the style: directive set; style elements stay forbidden.
 */
const DIRECTIVES = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
];

/** For the page's own <meta>, on hosts that send no headers. frame-ancestors has no meaning there. */
export const META_POLICY = DIRECTIVES.join('; ');

/** For the header, which also reaches the workers. */
export const HEADER_POLICY = [...DIRECTIVES, "frame-ancestors 'self'"].join('; ');

/** For the page with one chart alone (?embed=), which others may frame. */
export const EMBED_POLICY = [...DIRECTIVES, 'frame-ancestors *'].join('; ');
