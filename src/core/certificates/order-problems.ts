import { isCa } from './is-ca.ts';
import type { CertificateOrder } from './types.ts';

/** What stands against an order, or what it costs. `blocking`: it is not issued. */
export interface OrderProblem {
  readonly severity: 'blocking' | 'warning';
  readonly field: 'name' | 'names' | 'validity';
  readonly text: string;
}

/** What is known around an order. Times are milliseconds since the epoch. */
export interface OrderSurroundings {
  readonly now: number;
  /** Null: it signs itself, its CA is made with it, or nobody signs yet. */
  readonly issuerEnds: number | null;
  /** Names that are neither a DNS name, an IP address nor a URI. */
  readonly refusedNames: readonly string[];
}

/** RFC 5280 appendix A.1, ub-common-name. */
const LONGEST_COMMON_NAME = 64;

type Check = (order: CertificateOrder, around: OrderSurroundings) => OrderProblem | null;

const checks: readonly Check[] = [
  nothingNamed,
  namesNotUnderstood,
  commonNameTooLong,
  noAlternativeNames,
  onlyUris,
  endsBeforeItBegins,
  notValidNow,
  outlivesIssuer,
];

/** Problems of an order in the order of its fields; what kinds of key a gateway refuses is told by `keyRefusals`. */
export function orderProblems(
  order: CertificateOrder,
  around: OrderSurroundings,
): readonly OrderProblem[] {
  return checks.flatMap((check) => check(order, around) ?? []);
}

function nothingNamed(order: CertificateOrder): OrderProblem | null {
  const { commonName, organization, dnsNames, ipAddresses, uris, use } = order;
  const subject = commonName !== '' || organization !== '';
  if (subject || (!isCa(use) && [...dnsNames, ...ipAddresses, ...uris].length > 0)) return null;
  const needed = isCa(use) ? 'A CA is found by its name: give it a common name.' : null;
  return {
    severity: 'blocking',
    field: 'name',
    text: needed ?? 'Give it a common name or a subject alternative name.',
  };
}

function namesNotUnderstood(
  _order: CertificateOrder,
  { refusedNames }: OrderSurroundings,
): OrderProblem | null {
  if (refusedNames.length === 0) return null;
  const verb = refusedNames.length === 1 ? 'is neither' : 'are neither';
  return {
    severity: 'blocking',
    field: 'names',
    text: `${refusedNames.join(', ')} ${verb} a DNS name, an IP address nor a URI with ://.`,
  };
}

function commonNameTooLong({ commonName }: CertificateOrder): OrderProblem | null {
  if (commonName.length <= LONGEST_COMMON_NAME) return null;
  return {
    severity: 'warning',
    field: 'name',
    text: `The common name has ${String(commonName.length)} characters; X.509 allows 64, and OpenSSL's own tools refuse more.`,
  };
}

/** Envoy and rustls read alternative names alone; only OpenSSL falls back to the common name. */
function noAlternativeNames({ use, ...order }: CertificateOrder): OrderProblem | null {
  const { dnsNames, ipAddresses, uris } = order;
  if (isCa(use) || use === 'client' || [...dnsNames, ...ipAddresses, ...uris].length > 0)
    return null;
  return {
    severity: 'warning',
    field: 'names',
    text: 'Envoy Gateway, kgateway and agentgateway look at subject alternative names alone and refuse a backend without one. NGINX Gateway Fabric falls back to the common name.',
  };
}

/** nginx proxy_ssl_name is a host name: OpenSSL compares it with DNS names. */
function onlyUris({ use, ...order }: CertificateOrder): OrderProblem | null {
  const { dnsNames, uris } = order;
  if (isCa(use) || use === 'client' || uris.length === 0 || dnsNames.length > 0) return null;
  return {
    severity: 'warning',
    field: 'names',
    text: 'NGINX Gateway Fabric compares DNS names and checks no URI. Add the host name that it asks for.',
  };
}

function endsBeforeItBegins({ notBefore, notAfter }: CertificateOrder): OrderProblem | null {
  if (notAfter > notBefore) return null;
  return { severity: 'blocking', field: 'validity', text: 'It ends before it begins.' };
}

function notValidNow(
  { notBefore, notAfter }: CertificateOrder,
  { now }: OrderSurroundings,
): OrderProblem | null {
  if (notAfter <= notBefore) return null;
  if (notAfter <= now)
    return { severity: 'warning', field: 'validity', text: 'It has expired when it is issued.' };
  if (notBefore > now)
    return { severity: 'warning', field: 'validity', text: 'It is not valid yet today.' };
  return null;
}

function outlivesIssuer(
  { notAfter }: CertificateOrder,
  { issuerEnds }: OrderSurroundings,
): OrderProblem | null {
  if (issuerEnds === null || notAfter <= issuerEnds) return null;
  return {
    severity: 'warning',
    field: 'validity',
    text: 'It ends after the CA that signs it. From that day on every gateway refuses it.',
  };
}
