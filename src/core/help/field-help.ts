import type { ImplementationId } from '../model/index.ts';

/** What we say about a field, in our own words and from what the gateways do. */
export interface FieldHelp {
  readonly text: string;
  /** How each gateway takes the field, where they differ. */
  readonly readBy?: Readonly<Partial<Record<ImplementationId, string>>>;
  /** What is usual where the schema takes any text. */
  readonly values?: readonly { readonly value: string; readonly note: string }[];
}

/** By path; list items go without their number: `spec.targetRefs.name`. */
export type HelpTable = Readonly<Record<string, FieldHelp>>;
