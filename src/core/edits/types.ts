import type { ObjectIndex } from '../gateway-api/types.ts';
import type { ParsedFile } from '../manifest/types.ts';
import type { TextEdit, Workspace, WorkspaceFile } from '../model/index.ts';

/** What an edit is worked out from: the workspace, its files as read, and the objects as they are written. */
export interface EditSource {
  readonly workspace: Workspace;
  readonly parsed: readonly ParsedFile[];
  /** Of the objects as written: fields that the API server drops are still text that can be edited. */
  readonly index: ObjectIndex;
}

/** A change of the workspace as data. Applying it is one history entry. */
export interface ObjectEdit {
  /** Name of the history entry. */
  readonly label: string;
  readonly edits: readonly TextEdit[];
  /** Files that come in beside the edits. */
  readonly files: readonly WorkspaceFile[];
  /** Keys that objects have from now on, by the key they had: assignments and options follow. */
  readonly renamed: Readonly<Record<string, string>>;
  /** The object to look at afterwards. */
  readonly selects: string | null;
  /** What else happens, in the order of the files. */
  readonly effects: readonly EditEffect[];
}

/**
 * What an edit does beside what was asked for.
 * - `follows`: a reference was changed along;
 * - `stays`: a reference names the object but cannot follow;
 * - `dangles`: a reference will name nothing;
 * - `added`: an object was added because the edit needs it.
 */
export interface EditEffect {
  readonly kind: 'follows' | 'stays' | 'dangles' | 'added';
  /** The object that the effect is on. */
  readonly objectKey: string;
  /** `Gateway default/shop`. */
  readonly object: string;
  /** The field as people write it; empty when the whole object is meant. */
  readonly field: string;
  /** Why, when the kind does not say it all. */
  readonly reason: string;
}

/** What came of asking for an edit: the edit, or why there is none, as a sentence for the user. */
export type EditOutcome =
  | { readonly kind: 'edit'; readonly edit: ObjectEdit }
  | { readonly kind: 'refused'; readonly why: string };
