/** Whether the reader's keyboard has ⌘ in the place of Ctrl. */
export function hasCommandKey(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/** Whether the keys that open the palette were pressed, and not those by which a character is being composed. */
export function isShortcut(event: KeyboardEvent, commandKey: boolean): boolean {
  const { key, isComposing, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (isComposing || shiftKey || altKey || key.toLowerCase() !== 'k') return false;
  return commandKey ? metaKey && !ctrlKey : ctrlKey && !metaKey;
}
