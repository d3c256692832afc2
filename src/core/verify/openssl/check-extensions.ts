import type { Certificate } from '../../pki/types.ts';
import { certificateFlags } from './certificate-flags.ts';
import type { ChainContext } from '../libcrypto/chain-context.ts';
import { checkedCaKind } from './check-ca.ts';
import { fitsPurpose } from './check-purpose.ts';
import { strictErrors } from './strict-errors.ts';

/** Where the walk over the chain stands. */
interface Place {
  readonly context: ChainContext;
  readonly certificate: Certificate;
  readonly depth: number;
  /** `must_be_ca`: nothing asked of the leaf, CA above it, no CA directly above a proxy certificate. */
  readonly role: 'leaf' | 'ca' | 'not-ca';
  /** Intermediates below that are not self-issued. */
  readonly pathLength: number;
  /** Proxy certificates below (RFC 3820 §4.1.3). */
  readonly proxyPathLength: number;
}

type Check = (place: Place) => void;

/** RFC 5280 §4.2: a critical extension that is not handled → 34. */
function checkUnhandledCritical({ context, certificate, depth }: Place): void {
  if (certificateFlags(certificate).unhandledCritical) context.log.report(34, depth);
}

/** RFC 3820 proxy certificates are off by default → 40. */
function checkProxy({ context, certificate, depth }: Place): void {
  if (certificateFlags(certificate).proxy) context.log.report(40, depth);
}

/** RFC 5280 §4.2.1.9: every issuer is a CA → 79; old markings count for the topmost only. 37 below a proxy. */
function checkCaMark({ context, certificate, depth, role }: Place): void {
  const kind = checkedCaKind(certificate);
  const strict = context.request.strict === true;
  switch (role) {
    case 'leaf':
      if (strict && kind > 1) context.log.report(79, depth);
      return;
    case 'not-ca':
      if (kind !== 0) context.log.report(37, depth);
      return;
    case 'ca': {
      const onlyBasicConstraints = strict || depth < context.chain.length - 1;
      if (kind === 0 || (onlyBasicConstraints && kind !== 1)) context.log.report(79, depth);
      return;
    }
    default:
      role satisfies never;
  }
}

/** RFC 5480 §2.1.1 wants named curves → 94; a key that cannot be read → 1. */
function checkCurve({ context, certificate, depth }: Place): void {
  if (context.chain.length < 2) return;
  const { decodable, curve } = certificate.publicKey;
  if (!decodable) context.log.report(1, depth);
  else if (curve === 'explicit') context.log.report(94, depth);
}

/** What X509_STRICT adds, for chains of two and more. */
function checkStrict({ context, certificate, depth }: Place): void {
  if (context.request.strict !== true || context.chain.length < 2) return;
  const isTop = depth === context.chain.length - 1;
  for (const code of strictErrors(certificate, isTop)) context.log.report(code, depth);
}

/** Extended key usage, key usage and CA bits for TLS → 26. */
function checkPurpose({ context, certificate, depth, role }: Place): void {
  const fits = fitsPurpose(certificate, context.request.purpose, role === 'ca' ? 'ca' : 'leaf');
  if (!(fits ?? context.request.strict !== true)) context.log.report(26, depth);
}

/** RFC 5280 §4.2.1.9 pathLenConstraint → 25. */
function checkPathLength(place: Place): void {
  const { context, certificate, depth, pathLength, proxyPathLength } = place;
  const limit = certificate.extensions.basicConstraints?.pathLength;
  if (limit === undefined || limit < 0) return;
  if (depth > 1 && pathLength > limit + proxyPathLength) context.log.report(25, depth);
}

/** RFC 3820 §3.8 pCPathLenConstraint → 38. */
function checkProxyPathLength({ context, certificate, depth, proxyPathLength }: Place): void {
  const limit = certificate.extensions.proxyCertificate?.pathLength;
  if (limit !== undefined && proxyPathLength > limit) context.log.report(38, depth);
}

const checks: readonly Check[] = [
  checkUnhandledCritical,
  checkProxy,
  checkCaMark,
  checkCurve,
  checkStrict,
  checkPurpose,
  checkPathLength,
  checkProxyPathLength,
];

/** `crypto/x509/x509_vfy.c: check_extensions`, from the leaf to the top. */
export function checkExtensions(context: ChainContext): void {
  let role: Place['role'] = 'leaf';
  let pathLength = 0;
  let proxyPathLength = 0;
  context.chain.forEach((certificate, depth) => {
    const place: Place = { context, certificate, depth, role, pathLength, proxyPathLength };
    for (const check of checks) check(place);
    const { selfIssued, proxy } = certificateFlags(certificate);
    if (depth > 0 && !selfIssued) pathLength++;
    if (proxy) {
      proxyPathLength =
        1 + (certificate.extensions.proxyCertificate?.pathLength ?? proxyPathLength);
    }
    role = proxy ? 'not-ca' : 'ca';
  });
}
