import type { Certificate } from '../../pki/index.ts';
import type { LintCode, LintFinding } from '../../verify/index.ts';
import type { InventoryEntry } from '../inventory/take-inventory.ts';

/** What a certificate is used as; a CA that a backend presents as its own counts as that. */
export type CertificateRole = 'server' | 'client' | 'authority';

/** A certificate that some connection uses, and where it stands. */
export interface CertificateUse {
  readonly certificate: Certificate;
  readonly role: CertificateRole;
  /** The text that it was found in first in that role. */
  readonly entry: InventoryEntry;
  readonly connectionIds: readonly string[];
}

/** What the rules find in one certificate. */
export type CertificateLints = readonly LintFinding<LintCode>[];
