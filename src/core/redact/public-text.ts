import { applyEdits } from '../source/index.ts';
import { keySpans } from './key-spans.ts';

declare const publicText: unique symbol;

/** Text that has been through the redactor. Storage, links, logs and reports accept nothing else. */
export type PublicText = string & { readonly [publicText]: true };

export interface Redacted {
  readonly text: PublicText;
  /** How many spans held key material and were masked. */
  readonly masked: number;
}

const MASK = '[private key removed]';

/** Whether `text` holds a private key, in any of the forms that `keySpans` knows. */
export function containsPrivateKey(text: string): boolean {
  return keySpans(text).length > 0;
}

/** Masks every private key in `text`, whatever holds it, and brands the rest as public. */
export function redactPrivateKeys(text: string): Redacted {
  const spans = keySpans(text);
  const edits = spans.map(({ range }) => ({ fileId: '', range, text: MASK }));
  return { text: applyEdits(text, edits) as PublicText, masked: spans.length };
}
