import type { Finding } from '../../model/index.ts';
import { adviseTrustAnchors } from '../../verify/advise/advise-trust-anchors.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import type { StepContext } from '../steps/draft.ts';
import { libraryName } from '../steps/error-number.ts';
import { shortName } from '../text/certificate-names.ts';
import { makeFinding } from './draft.ts';
import type { Side } from './side.ts';
import { joined } from '../../words/index.ts';

/**
 * Trusted CAs of one name and several keys on the way that this chain takes, where the library settles for one of them
 * by name. Libraries that try every issuer do not mind.
 */
export function anchorFindings(
  context: StepContext,
  side: Side,
): readonly Finding<HandshakeFindingCode>[] {
  const { library, path } = side.check;
  if (library === 'webpki' || library === 'go') return [];
  const issuers = new Set(path.map(({ issuer }) => issuer.canonical));
  return adviseTrustAnchors(side.anchors).flatMap(({ anchors, distinguishable }) => {
    const [first] = anchors;
    if (first === undefined || distinguishable || !issuers.has(first.subject.canonical)) return [];
    return [
      makeFinding(context, {
        code: 'TLS-AMBIGUOUS-ANCHORS',
        severity: 'warning',
        step: side.step,
        blame: side.trust,
        key: first.fingerprint,
        evidence: {
          found: {
            label: shortName(first.subject),
            value: `${String(anchors.length)} certificates with different keys`,
            detail: `serial ${joined(anchors.map(({ serial }) => serial))}`,
            ...(side.trust.field && { from: side.trust.field }),
          },
        },
        params: {
          issuer: shortName(first.subject),
          library: libraryName(library),
          certificate: first.fingerprint,
        },
      }),
    ];
  });
}
