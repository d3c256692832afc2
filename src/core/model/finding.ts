import type { FieldRef } from './field.ts';
import type { SourceRef, TextEdit } from './range.ts';
import type { StepNumber } from './step.ts';

/** `note` has no verdict: it explains. */
export type Severity = 'error' | 'warning' | 'note';

/** What a finding is about. */
export type Subject =
  | { readonly kind: 'object'; readonly objectId: string }
  | { readonly kind: 'file'; readonly fileId: string }
  | { readonly kind: 'blob'; readonly blobId: string }
  | { readonly kind: 'connection'; readonly connectionId: string }
  | { readonly kind: 'workspace' };

/** Both sides of a comparison, or one stated fact. Values are public text: never key material. */
export interface Evidence {
  readonly expected?: EvidenceSide;
  readonly found?: EvidenceSide;
  /** Extra lines, each a fact in its own right. */
  readonly facts?: readonly string[];
}

export interface EvidenceSide {
  readonly label: string;
  readonly value: string;
  /** Second line, e.g. a key identifier or a date. */
  readonly detail?: string;
  readonly from?: FieldRef;
}

/** A repair as data. Applying it is one history entry. */
export interface QuickFix {
  readonly id: string;
  /** Imperative sentence naming both objects. */
  readonly title: string;
  /** What the handshake does afterwards; never more than the step it repairs. */
  readonly effect?: string;
  readonly edits: readonly TextEdit[];
  /** A safe fix changes no meaning the user may have wanted. */
  readonly safe: boolean;
}

/**
 * One thing worth telling, as data. The sentence is rendered from the catalogue by `code` with `params`.
 * `id` is stable between analyses of the same input.
 */
export interface Finding<Code extends string = string> {
  readonly id: string;
  readonly code: Code;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly at?: SourceRef;
  /** The field that `at` is the range of. */
  readonly field?: FieldRef;
  readonly params: Readonly<Record<string, string>>;
  readonly evidence?: Evidence;
  /** The handshake step that this breaks or concerns. */
  readonly step?: StepNumber;
  readonly connectionIds?: readonly string[];
  /** Findings of one group are about one thing: a list shows the worst of them and folds the others. */
  readonly group?: string;
  /** What it rests on, where that depends on more than its code: on the library of a gateway. */
  readonly source?: string;
  readonly fixes: readonly QuickFix[];
}

/** The wording of one code. Every area keeps a `Record<ItsCode, Wording>` beside its checks. */
export interface Wording {
  /** What is wrong, present tense, subject named. */
  readonly title: (params: Readonly<Record<string, string>>) => string;
  /** One or two sentences of evidence. */
  readonly detail: (params: Readonly<Record<string, string>>) => string;
  /** What to do: verb, thing, place. */
  readonly action: (params: Readonly<Record<string, string>>) => string;
  /** RFC, GEP, library function or product documentation this rests on. */
  readonly source: string;
}
