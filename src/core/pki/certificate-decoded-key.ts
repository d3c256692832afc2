import type { KeyFamily } from './types.ts';

/** What a key decoder finds out; `null` bits mean that the library could not read the key. */
export interface DecodedKey {
  readonly family: KeyFamily;
  readonly bits: number | null;
  readonly text: string;
  readonly curve?: string;
}
