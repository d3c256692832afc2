import type { TextRange } from '../../model/index.ts';

/** One thing that may be typed at a place. Ranges are offsets in the file. */
export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'object' | 'kind';
  /** What is written in place of the word; its lines carry their own indentation. */
  readonly insert: string;
  readonly replace: TextRange;
  /** Beside the label: type, kind, namespace. */
  readonly detail: string;
  /** Our sentence about it; empty where there is none. */
  readonly help: string;
  /** What is written elsewhere along with it. */
  readonly also: readonly { readonly range: TextRange; readonly text: string }[];
  /** Lower comes first; equal ones by their label. */
  readonly rank: number;
  /** What was inserted asks for a value: offer again at once. */
  readonly again: boolean;
}

/** What each source of completions gives; the word that is replaced is the same for all. */
export type Offer = Pick<Completion, 'label' | 'kind' | 'detail'> &
  Partial<Omit<Completion, 'label' | 'kind' | 'detail' | 'replace'>>;

/** An offer in full. */
export function completion(offer: Offer, replace: TextRange): Completion {
  const nothing = { insert: offer.label, help: '', also: [], rank: 5, again: false };
  return { ...nothing, ...offer, replace };
}
