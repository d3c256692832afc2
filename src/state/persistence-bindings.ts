import { useStore } from 'zustand/react';
import { askKeepable } from './analysis-bindings.ts';
import { studio } from './bindings.ts';
import { browserClaim } from './persistence/browser-claim.ts';
import { browserPointer, forgetTexts } from './persistence/browser-pointer.ts';
import { indexedDbStorage } from './persistence/indexed-db.ts';
import { Keeper } from './persistence/Keeper.ts';
import type { KeepState } from './persistence/types.ts';
import { randomId } from './random-id.ts';

/** Often enough that a crash costs little, seldom enough that typing is not slowed down. */
const saveAfterMs = 700;

let clock: () => number = () => 0;

/** Keeps this tab's workspace on the device. */
export const keeper = new Keeper({
  studio,
  storage: indexedDbStorage(() => indexedDB),
  pointer: browserPointer,
  claim: (id) => browserClaim('locks' in navigator ? navigator.locks : undefined)(id),
  redact: askKeepable,
  now: () => clock(),
  wait: (save) => {
    const timer = setTimeout(save, saveAfterMs);
    return () => {
      clearTimeout(timer);
    };
  },
  newId: randomId,
  crypto: globalThis.crypto,
});

/** Restores what was on show and keeps every change from now on; call it once, with the app's clock. */
export function startKeeping(now: () => number): void {
  clock = now;
  void keeper.start();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keeper.flush();
  });
}

/** Reads what is known of the device's workspaces. */
export function useKeeper<Value>(selector: (state: KeepState) => Value): Value {
  return useStore(keeper.store, selector);
}

/** Erases all that this page keeps in the browser, settings included, and starts the page anew. */
export async function forgetDevice(): Promise<void> {
  await keeper.forgetAll();
  forgetTexts();
  location.reload();
}
