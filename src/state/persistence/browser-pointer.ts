import type { Pointer } from './types.ts';

/** Before the name of everything that this page keeps as text: a host may serve other pages of the same origin. */
const prefix = 'backend-tls-studio.';
const name = `${prefix}workspace`;

/** The tab's own workspace outlives a reload; a new tab starts with the one that was used last. */
export const browserPointer: Pointer = {
  read: () => first([() => sessionStorage, () => localStorage]),
  write: (id) => {
    for (const storage of [() => sessionStorage, () => localStorage]) {
      try {
        if (id === null) storage().removeItem(name);
        else storage().setItem(name, id);
      } catch {
        // Refused: the next page starts empty.
      }
    }
  },
};

function first(storages: readonly (() => Storage)[]): string | null {
  for (const storage of storages) {
    try {
      const id = storage().getItem(name);
      if (id !== null) return id;
    } catch {
      // Refused: as if nothing were there.
    }
  }
  return null;
}

/** Takes away every text of this page: the pointer, and the settings of the app. */
export function forgetTexts(): void {
  for (const storage of [() => sessionStorage, () => localStorage]) {
    try {
      for (const key of Object.keys(storage()))
        if (key.startsWith(prefix)) storage().removeItem(key);
    } catch {
      // Refused: then there is nothing either.
    }
  }
}
