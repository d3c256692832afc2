/**
 * Small settings kept on the device: theme, panel sizes, shortcuts. Never anything of the workspace. A
 * browser that refuses storage just forgets them.
 */
const prefix = 'backend-tls-studio.';

/** The stored text, or null. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Stores a text under a name. */
export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Storage is full or refused: the setting lasts as long as the page.
  }
}
