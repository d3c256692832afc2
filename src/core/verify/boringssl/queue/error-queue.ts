import type { Certificate } from '../../../pki/types.ts';
import type { EventLog } from '../../libcrypto/event-log.ts';
import type { IssuerCandidate } from '../../types.ts';
import { cachingEntries } from './extension-entries.ts';

/**
 * BoringSSL's error queue during one verification as Envoy calls it: what the checks leave there up to the first
 * error, at which Envoy stops. For certificates of the trust store it is what their first use leaves: later
 * connections find them read already.
 */
export class ErrorQueue {
  private readonly list: string[] = [];
  private readonly seen = {
    peer: new Set<Certificate>(),
    anchors: new Set<Certificate>(),
  };
  private readonly log: EventLog;

  constructor(log: EventLog) {
    this.log = log;
  }

  /** Oldest first. */
  get entries(): readonly string[] {
    return this.list;
  }

  push(entries: readonly string[]): void {
    if (this.log.events.length === 0) this.list.push(...entries);
  }

  /** `ERR_clear_error`. */
  clear(): void {
    if (this.log.events.length === 0) this.list.length = 0;
  }

  /** The first look at the extensions of a certificate. */
  readExtensions(certificate: Certificate, from: IssuerCandidate['from']): void {
    if (this.seen[from].has(certificate)) return;
    this.seen[from].add(certificate);
    this.push(cachingEntries(certificate));
  }
}
