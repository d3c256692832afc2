import { issueCertificate, type CertificateSpec, type IssuedCertificate } from '../pki/index.ts';
import { serverNames } from './manifests/cert-manager-manifests.ts';
import type { KeyRing, KeyRole } from './key-ring.ts';
import type { PemText, SetupChoices, SetupMaterial } from './types.ts';

const DAY = 86_400_000;

/** Injected time (milliseconds since the epoch) and crypto, and who wants to see the progress. */
export interface IssueContext {
  readonly now: number;
  readonly crypto: Crypto;
  /** Called before each certificate; throws or rejects to cancel. */
  readonly checkpoint?: (done: number, total: number) => Promise<void>;
  /** Keys to certify; absent: new ones. */
  readonly keys?: KeyRing;
}

/** Days that CAs and leaves hold, from the day before. Apple and browsers refuse leaves of more than 398 days. */
export const validityDays = { ca: 3650, leaf: 365 } as const;

/**
 * Issues what both sides need: a CA and a certificate for the backend, and for mutual TLS a CA and a certificate for
 * the gateway. Every key is of the chosen kind; CA keys are in no part of the result.
 *
 * @throws (rejects) as {@link issueCertificate}: RSA on an origin without Web Crypto
 */
export async function issueMaterial(
  choices: SetupChoices,
  context: IssueContext,
): Promise<SetupMaterial> {
  const mutual = choices.mode === 'mutual';
  const issue = issuerOf(
    choices,
    context,
    mutual ? (choices.authority === 'cert-manager' ? 3 : 4) : 2,
  );
  const { backend, gatewayName, namespaces, authority } = choices;
  const names = serverNames(choices);
  const isUri = (name: string): boolean => name.includes('://');
  const serverCa = await issue.ca('server-ca', `${backend.name} CA`);
  const server = await issue.leaf('server', serverCa, {
    subject: { commonName: choices.hosts.sni },
    dnsNames: names.filter((name) => !isUri(name)),
    uris: names.filter(isUri),
    eku: ['serverAuth'],
  });
  const backendSide = {
    server: { chain: pem(server.certificatePem), key: pem(server.keyPem) },
    serverCa: pem(serverCa.certificatePem),
  };
  if (!mutual) return backendSide;
  const clientCa =
    authority === 'cert-manager' ? serverCa : await issue.ca('client-ca', `${gatewayName} CA`);
  const client = await issue.leaf('client', clientCa, {
    subject: { commonName: gatewayName },
    dnsNames: [`${gatewayName}.${namespaces.gateway}`],
    eku: ['clientAuth'],
  });
  return {
    ...backendSide,
    client: { chain: pem(client.certificatePem), key: pem(client.keyPem) },
    clientCa: pem(clientCa.certificatePem),
  };
}

function pem(text: string): PemText {
  return { text };
}

type LeafSpec = Pick<CertificateSpec, 'subject' | 'dnsNames' | 'uris' | 'eku'>;

interface Issuing {
  readonly ca: (role: KeyRole, commonName: string) => Promise<IssuedCertificate>;
  readonly leaf: (
    role: KeyRole,
    issuer: IssuedCertificate,
    spec: LeafSpec,
  ) => Promise<IssuedCertificate>;
}

function issuerOf(
  { certificates }: SetupChoices,
  { now, crypto, checkpoint, keys }: IssueContext,
  total: number,
): Issuing {
  const keyAlgorithm = certificates.kind === 'issued' ? certificates.keyAlgorithm : 'EC P-256';
  let done = 0;
  type Wanted = Omit<CertificateSpec, 'keyAlgorithm' | 'notBefore' | 'key'>;
  const issue = async (role: KeyRole, spec: Wanted) => {
    await checkpoint?.(done, total);
    done += 1;
    const key = (await keys?.keyOf(role, keyAlgorithm)) ?? null;
    const held = key === null ? {} : { key };
    return issueCertificate({ ...spec, ...held, notBefore: now - DAY, keyAlgorithm }, crypto);
  };
  return {
    ca: (role, commonName) =>
      issue(role, { subject: { commonName }, ca: true, notAfter: now + validityDays.ca * DAY }),
    leaf: (role, issuer, spec) =>
      issue(role, {
        ...spec,
        ca: false,
        notAfter: now + (validityDays.leaf - 1) * DAY,
        issuer: { certificate: issuer.certificate, key: issuer.keyPem },
      }),
  };
}
