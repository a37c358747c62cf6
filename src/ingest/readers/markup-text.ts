import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter } from 'parse5';
import { joinWrapped } from './table-lines.ts';

/** Elements without text of the document: code, navigation, controls. */
const UNREAD = new Set(
  'button datalist embed head iframe input math nav noscript object option script select style svg template textarea'.split(
    ' ',
  ),
);

/** False for what a page does not show, and for its navigation. */
export function isShown(element: Tree.Element): boolean {
  if (UNREAD.has(element.tagName)) return false;
  return !element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'role' && value === 'navigation') ||
      (name === 'style' && /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(value)),
  );
}

/** Text with every run of white space, hard spaces and invisible joints as one space. */
export function plain(text: string): string {
  return text
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/g, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

/** All text inside, its paragraphs and line breaks joined into one. */
export function wrappedText(element: Tree.Element): string {
  const pieces = [''];
  const walk = (node: Tree.Node): void => {
    if (defaultTreeAdapter.isTextNode(node)) pieces.push(pieces.pop()! + node.value);
    else if (defaultTreeAdapter.isElementNode(node) && isShown(node)) {
      const breaks = /^(?:br|p|div|li|tr|td|h\d)$/.test(node.tagName);
      if (breaks) pieces.push('');
      node.childNodes.forEach(walk);
      if (breaks) pieces.push('');
    }
  };
  element.childNodes.forEach(walk);
  return joinWrapped(pieces.map(plain));
}
