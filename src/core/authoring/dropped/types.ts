import type { BlobContents } from '../../pki/index.ts';

/** A place that dropped material can have in a setup. */
export type MaterialRole =
  'server-chain' | 'server-key' | 'server-ca' | 'client-chain' | 'client-key' | 'client-ca';

/** What the user chose: the id of a file for a role, null for none. Absent: as proposed. */
export type MaterialPicks = Readonly<Partial<Record<MaterialRole, string | null>>>;

/** A file of the workspace and what is in it. */
export interface DroppedMaterial {
  readonly blobId: string;
  readonly path: string;
  readonly contents: BlobContents;
}

/** One row of the form. */
export interface MaterialRow {
  readonly role: MaterialRole;
  readonly need: 'needed' | 'optional';
  /** File that is taken, chosen or proposed; null when none is. */
  readonly blobId: string | null;
  readonly isProposed: boolean;
  /** Files that could be taken. */
  readonly candidates: readonly { readonly blobId: string; readonly label: string }[];
  /** `doubtful`: it can be written, and the handshake will say what is wrong with it. `wrong`: it cannot be. */
  readonly state: 'fits' | 'missing' | 'doubtful' | 'wrong';
  /** One sentence about what is taken, or about what is missing. */
  readonly says: string;
}
