import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import type { HeldReason } from './held.ts';

/** The `tls` block of a policy of the target's own, without the parameters; or why there can be none. */
export type OwnBlock =
  | { readonly ok: true; readonly block: JsonObject; readonly needs: NeededSecret | null }
  | { readonly ok: false; readonly reason: HeldReason };

/** A Secret that the block names and that is not there yet. */
export interface NeededSecret {
  readonly name: string;
  readonly namespace: string;
  /** Public certificates, for `ca.crt`. */
  readonly pem: string;
  readonly origin: ManifestObject;
}
