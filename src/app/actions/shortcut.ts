/**
 * Keyboard shortcuts written as `Mod+Shift+Z`: `Mod` is ⌘ on Apple systems and Ctrl elsewhere; the last part
 * is the key's name (`KeyboardEvent.key`), letters in upper case.
 */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const modifiers = ['Mod', 'Shift', 'Alt'] as const;
type Modifier = (typeof modifiers)[number];

interface Parsed {
  readonly key: string;
  readonly has: (modifier: Modifier) => boolean;
}

function parse(shortcut: string): Parsed {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  return { key, has: (modifier) => parts.slice(0, -1).includes(modifier) };
}

/** True when the key press is the shortcut. A key that needs Shift to be typed (`?`) names no Shift. */
export function matchesShortcut(press: KeyPress, shortcut: string, apple: boolean): boolean {
  const { key, has } = parse(shortcut);
  const mod = apple ? press.metaKey : press.ctrlKey;
  const otherMod = apple ? press.ctrlKey : press.metaKey;
  const pressed = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const shiftMatters = has('Shift') || /^[A-Z]$|^.{2,}$/.test(key);
  return (
    pressed === key &&
    mod === has('Mod') &&
    !otherMod &&
    press.altKey === has('Alt') &&
    (!shiftMatters || press.shiftKey === has('Shift'))
  );
}

const appleSigns: Readonly<Record<Modifier, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const otherSigns: Readonly<Record<Modifier, string>> = { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };

/** As printed on the keyboard: `⇧⌘Z`, or `Ctrl+Shift+Z`. */
export function formatShortcut(shortcut: string, apple: boolean): string {
  const { key, has } = parse(shortcut);
  const used = modifiers.filter((modifier) => has(modifier));
  if (!apple) return [...used.map((one) => otherSigns[one]), key].join('+');
  return (
    [...used]
      .reverse()
      .map((one) => appleSigns[one])
      .join('') + key
  );
}

/** True for a key that types a character: such shortcuts can be switched off (WCAG 2.1.4). */
export function isLetterKey(shortcut: string): boolean {
  return parse(shortcut).key.length === 1 && !/Mod|Alt/.test(shortcut);
}
