import type { Analysis, ConnectionEnds } from '../../analysis/index.ts';
import { decodeCrl, readPem } from '../../pki/index.ts';
import { trustOf } from '../connection-sides.ts';
import type { DateCause } from './types.ts';

const SECOND = 1000;

/** A moment at which something begins or ends to hold. */
export interface DateEdge {
  readonly at: number;
  readonly causes: readonly DateCause[];
}

/**
 * Every moment after `from` at which a certificate or a CRL changes what it says, each once, in order. A certificate holds
 * through the second of its `notAfter` (RFC 5280 §4.1.2.5), a CRL through that of its `nextUpdate`.
 */
export function dateEdges(
  { certificates }: Pick<Analysis, 'certificates'>,
  ends: readonly ConnectionEnds[],
  from: number,
): readonly DateEdge[] {
  const edges = new Map<number, Map<string, DateCause>>();
  const add = (at: number, cause: DateCause): void => {
    if (at <= from) return;
    const causes = edges.get(at) ?? new Map<string, DateCause>();
    causes.set(JSON.stringify(cause), cause);
    edges.set(at, causes);
  };
  for (const { id: certificateId, title, notBefore, notAfter } of certificates) {
    if (notBefore !== null) add(notBefore, { kind: 'begins', title, certificateId });
    if (notAfter !== null) add(notAfter + SECOND, { kind: 'ends', title, certificateId });
  }
  for (const { at, title } of ends.flatMap(crlsOf))
    add(at + SECOND, { kind: 'crl-outdated', title });
  return [...edges]
    .map(([at, causes]) => ({ at, causes: [...causes.values()] }))
    .sort((a, b) => a.at - b.at);
}

function crlsOf(ends: ConnectionEnds): readonly { readonly at: number; readonly title: string }[] {
  const blocks = trustOf(ends).flatMap(({ pem }) => readPem(pem));
  return blocks.flatMap(({ label, der }) => {
    const decoded = label === 'X509 CRL' && der !== undefined ? decodeCrl(der) : null;
    const at = decoded?.ok === true ? decoded.crl.nextUpdate?.epoch : null;
    return decoded?.ok === true && typeof at === 'number'
      ? [{ at, title: `CRL of ${decoded.crl.issuer.text}` }]
      : [];
  });
}
