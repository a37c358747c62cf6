/** What a key asks for on the full screen. */
export type StageAction =
  | { kind: 'forward' | 'back' | 'first' | 'last' | 'blank' | 'table' | 'source' | 'ask' | 'help' }
  | { kind: 'presenter' | 'full-screen' | 'leave' | 'return' }
  | { kind: 'page'; by: 1 | -1 }
  | { kind: 'digit'; digit: string }
  | { kind: 'jump'; step: number };

export interface Keystroke {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const SIMPLE: Readonly<Record<string, StageAction>> = {
  ArrowRight: { kind: 'forward' },
  PageDown: { kind: 'forward' },
  ArrowLeft: { kind: 'back' },
  PageUp: { kind: 'back' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  b: { kind: 'blank' },
  '.': { kind: 'blank' },
  t: { kind: 'table' },
  s: { kind: 'source' },
  k: { kind: 'ask' },
  d: { kind: 'ask' },
  y: { kind: 'ask' },
  '?': { kind: 'help' },
  '？': { kind: 'help' },
  h: { kind: 'help' },
  p: { kind: 'presenter' },
  f: { kind: 'full-screen' },
  F5: { kind: 'full-screen' },
  Escape: { kind: 'leave' },
  Backspace: { kind: 'return' },
};

/**
 * The action of a key, as clickers and other presentation programs have them. `digits` were typed before it; `paged`: a
 * sheet with pages is open, whose pages the up and down keys turn.
 */
export function actionOf(stroke: Keystroke, digits: string, paged: boolean): StageAction | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  const { key } = stroke;
  if (/^\d$/.test(key)) return { kind: 'digit', digit: key };
  if (key === 'Enter') return digits === '' ? { kind: 'forward' } : { kind: 'jump', step: Number(digits) };
  if (key === ' ') return { kind: stroke.shiftKey ? 'back' : 'forward' };
  if (key === 'ArrowDown') return paged ? { kind: 'page', by: 1 } : { kind: 'forward' };
  if (key === 'ArrowUp') return paged ? { kind: 'page', by: -1 } : { kind: 'back' };
  if (paged && key === 'PageDown') return { kind: 'page', by: 1 };
  if (paged && key === 'PageUp') return { kind: 'page', by: -1 };
  return SIMPLE[key] ?? SIMPLE[key.toLowerCase()] ?? null;
}

/** True for a key that starts the presentation from any page: not while something is typed. */
export function starts(event: Keystroke & { target: EventTarget | null }): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  if (event.key === 'F5') return true;
  if (event.key !== 'f' && event.key !== 'F') return false;
  const { target } = event;
  return !(
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], dialog') !== null)
  );
}
