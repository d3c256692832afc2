import type { ObjectIndex } from '../gateway-api/types.ts';
import type { ManifestObject, ParsedFile } from '../manifest/types.ts';
import type { Finding, QuickFix, Workspace } from '../model/index.ts';

/** A certificate that a fix may put somewhere. */
export interface FixCertificate {
  /** SHA-256 fingerprint, hex. */
  readonly id: string;
  /** Name a person knows it by. */
  readonly title: string;
  readonly pem: string;
  /** Names of the objects or files that hold it: `ConfigMap default/ca, ca.crt`. */
  readonly places: readonly string[];
  readonly dnsNames: readonly string[];
}

/** What a fix may look at. */
export interface FixContext {
  readonly workspace: Workspace;
  readonly parsed: readonly ParsedFile[];
  readonly index: ObjectIndex;
  readonly certificates: ReadonlyMap<string, FixCertificate>;
}

/** Repairs for one finding about `object`, best first; none when nothing can be done as a text edit. */
export type ObjectFixMaker = (
  finding: Finding,
  object: ManifestObject,
  context: FixContext,
) => readonly FixDraft[];

/** A fix before it has an id. */
export type FixDraft = Omit<QuickFix, 'id'>;
