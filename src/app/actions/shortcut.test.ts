import { describe, expect, it } from 'vitest';
import { formatShortcut, isLetterKey, matchesShortcut, type KeyPress } from './shortcut.ts';

const press = (key: string, ...held: ('ctrl' | 'meta' | 'shift' | 'alt')[]): KeyPress => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

describe('matchesShortcut', () => {
  it.each([
    ['Mod+K', press('k', 'ctrl'), false, true],
    ['Mod+K', press('k', 'meta'), false, false],
    ['Mod+K', press('k', 'meta'), true, true],
    ['Mod+K', press('k', 'ctrl'), true, false],
    ['Mod+K', press('K', 'ctrl', 'shift'), false, false],
    ['Mod+Z', press('z', 'ctrl', 'alt'), false, false],
    ['Mod+Shift+Z', press('Z', 'ctrl', 'shift'), false, true],
    ['Mod+Shift+Z', press('z', 'ctrl'), false, false],
    ['F6', press('F6'), false, true],
    ['F6', press('F6', 'shift'), false, false],
    ['Shift+F6', press('F6', 'shift'), false, true],
    ['?', press('?', 'shift'), false, true],
    ['?', press('?'), false, true],
    ['?', press('?', 'ctrl', 'shift'), false, false],
    ['Mod+.', press('.', 'ctrl'), false, true],
  ])('%s by %o (apple: %s) is %s', (shortcut, key, apple, expected) => {
    expect(matchesShortcut(key, shortcut, apple)).toBe(expected);
  });
});

describe('formatShortcut', () => {
  it.each([
    ['Mod+K', '⌘K', 'Ctrl+K'],
    ['Mod+Shift+Z', '⇧⌘Z', 'Ctrl+Shift+Z'],
    ['Shift+F8', '⇧F8', 'Shift+F8'],
    ['?', '?', '?'],
  ])('%s is %s or %s', (shortcut, apple, other) => {
    expect([formatShortcut(shortcut, true), formatShortcut(shortcut, false)]).toEqual([
      apple,
      other,
    ]);
  });
});

describe('isLetterKey', () => {
  it.each([
    ['?', true],
    ['E', true],
    ['Mod+K', false],
    ['F8', false],
    ['Escape', false],
  ])('of %s is %s', (shortcut, expected) => {
    expect(isLetterKey(shortcut)).toBe(expected);
  });
});
