import type { HeldPair } from '../../core/analysis/index.ts';
import type { Analysis, CertificateSummary } from '../../core/analysis/types.ts';
import {
  isCa,
  readNames,
  type CertificateOrder,
  type CertificateUse,
} from '../../core/certificates/index.ts';
import type { KeyAlgorithm } from '../../core/pki/index.ts';
import { isoDay } from '../../views/index.ts';

/** The form as it stands. `signer` is `itself`, `new-ca`, `nobody`, or the id of a CA whose key is held. */
export interface IssueDraft {
  readonly use: CertificateUse;
  readonly commonName: string;
  readonly organization: string;
  readonly names: string;
  readonly keyAlgorithm: KeyAlgorithm;
  /** `2026-11-20`, UTC. */
  readonly from: string;
  readonly to: string;
  readonly signer: string;
}

const DAY = 86_400_000;
/** CAs outlive what they sign; leaves stay below the 398 days that some clients allow. */
const days = (use: CertificateUse): number => (isCa(use) ? 3650 : 365);

/** What every supported gateway accepts: the name it asks for, an ECDSA P-256 key, a year. */
export function firstDraft(
  analysis: Analysis | null,
  cas: readonly CertificateSummary[],
  now: number,
): IssueDraft {
  const asked = analysis?.topology.hops.find(({ sni }) => sni !== null)?.sni ?? '';
  return {
    use: 'server',
    commonName: asked,
    organization: '',
    names: asked,
    keyAlgorithm: 'EC P-256',
    ...validity('server', now),
    signer: cas[0]?.id ?? 'new-ca',
  };
}

/** The draft for another use: dates and signer follow, what was typed stays. */
export function withUse(
  draft: IssueDraft,
  use: CertificateUse,
  cas: readonly CertificateSummary[],
  now: number,
): IssueDraft {
  const leafSigner = draft.signer === 'itself' ? (cas[0]?.id ?? 'new-ca') : draft.signer;
  return {
    ...draft,
    use,
    ...validity(use, now),
    signer: use === 'ca' ? 'itself' : leafSigner,
  };
}

function validity(use: CertificateUse, now: number): Pick<IssueDraft, 'from' | 'to'> {
  return { from: isoDay(now - DAY), to: isoDay(now + (days(use) - 1) * DAY) };
}

/** The order of a draft; a date that is not typed whole counts as now. */
export function orderOf(
  draft: IssueDraft,
  pairs: readonly HeldPair[],
  now: number,
): CertificateOrder {
  const { use, keyAlgorithm, names, signer } = draft;
  const pair = pairs.find(({ certificateId }) => certificateId === signer);
  const alternative = readNames(isCa(use) ? '' : names);
  return {
    use,
    commonName: draft.commonName.trim(),
    organization: draft.organization.trim(),
    dnsNames: alternative.dnsNames,
    ipAddresses: alternative.ipAddresses,
    uris: alternative.uris,
    keyAlgorithm,
    notBefore: time(draft.from, now),
    notAfter: time(draft.to, now),
    issuer: pair === undefined ? null : { certificate: pair.chain, key: pair.key },
  };
}

function time(day: string, now: number): number {
  const epoch = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(epoch) ? now : epoch;
}

/** The CA that is made together with a certificate that none of the workspace can sign. */
export function newAuthority(order: CertificateOrder, now: number): CertificateOrder {
  const name = order.commonName === '' ? (order.dnsNames[0] ?? 'New') : order.commonName;
  return {
    ...order,
    use: 'ca',
    commonName: `${name} CA`.slice(-64),
    dnsNames: [],
    ipAddresses: [],
    uris: [],
    notBefore: Math.min(order.notBefore, now - DAY),
    notAfter: Math.max(order.notAfter, now + 3649 * DAY),
    issuer: null,
  };
}
