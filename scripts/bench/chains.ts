import 'reflect-metadata';
import { X509Certificate as PeculiarCertificate } from '@peculiar/x509';
import { X509Certificate } from 'node:crypto';
import { Certificate as PkijsCertificate, CertificateChainValidationEngine } from 'pkijs';
import {
  decodeCertificate,
  issueCertificate,
  type Certificate,
  type IssuedCertificate,
  type KeyAlgorithm,
} from '../../src/core/pki/index.ts';
import {
  createSignatureChecker,
  verifyBoringssl,
  verifyOpenssl,
  verifyWebpki,
  type ChainRequest,
  type VerifyResult,
} from '../../src/core/verify/index.ts';
import { median } from './report.ts';
import type { Row } from './report.ts';

const warmUps = 60;
const repetitions = 60;
const year = 365 * 24 * 3600 * 1000;
const serverName = 'app.example.com';

/** What the slowest of our profiles may cost, measured against the two in the same run. */
const budgets = { native: 2.5, pkijs: 1 / 3 };

/** DER of leaf, intermediate and root. */
export type Chain = readonly [Uint8Array, Uint8Array, Uint8Array];

/** Reads a chain and verifies it, signatures included; throws when it is not found sound. */
type Engine = (chain: Chain, now: number) => Promise<void> | void;

/**
 * Chains that work, each with certificates of its own, so that nothing remembered of one helps with the next.
 *
 * @param now milliseconds since the epoch; valid a year around it
 */
export async function issueChains(
  keyAlgorithm: KeyAlgorithm,
  count: number,
  now: number,
): Promise<readonly Chain[]> {
  const spec = { notBefore: now - year, notAfter: now + year, keyAlgorithm };
  const signedBy = ({ certificate, keyPem }: IssuedCertificate) => ({ certificate, key: keyPem });
  const authority = { ...spec, ca: true };
  const root = await issueCertificate({ ...authority, subject: { commonName: 'Root' } }, crypto);
  const keys: { intermediate?: { key: string }; leaf?: { key: string } } = {};
  const chains: Chain[] = [];
  for (let n = 0; n < count; n += 1) {
    const intermediate = await issueCertificate(
      {
        ...authority,
        ...keys.intermediate,
        subject: { commonName: 'Intermediate' },
        issuer: signedBy(root),
      },
      crypto,
    );
    const leaf = await issueCertificate(
      {
        ...spec,
        ...keys.leaf,
        ca: false,
        subject: { commonName: serverName },
        dnsNames: [serverName],
        eku: ['serverAuth'],
        issuer: signedBy(intermediate),
      },
      crypto,
    );
    // Making RSA keys takes longer than all the rest.
    keys.intermediate = { key: intermediate.keyPem };
    keys.leaf = { key: leaf.keyPem };
    chains.push([leaf.certificate.der, intermediate.certificate.der, root.certificate.der]);
  }
  return chains;
}

function decode(der: Uint8Array): Certificate {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.certificate;
}

function ours(verify: (request: ChainRequest) => Promise<VerifyResult>): Engine {
  return async ([leaf, intermediate, root], now) => {
    const result = await verify({
      peerChain: [decode(leaf), decode(intermediate)],
      anchors: [decode(root)],
      purpose: 'server',
      depth: 100,
      at: now,
      checkSignature: createSignatureChecker(crypto),
    });
    if (!result.ok) throw new Error(`${result.library}: ${result.first?.text ?? 'not proven'}`);
  };
}

const profiles: Readonly<Record<string, Engine>> = {
  'OpenSSL profile': ours((request) => verifyOpenssl({ ...request, securityLevel: 1 })),
  'BoringSSL profile': ours(verifyBoringssl),
  'webpki profile': ours((request) => verifyWebpki({ ...request, serverName })),
};

function native(chain: Chain): void {
  const [leaf, intermediate, root] = chain.map((der) => new X509Certificate(der));
  const links = [
    [leaf, intermediate],
    [intermediate, root],
  ] as const;
  for (const [subject, issuer] of links) {
    if (!subject || !issuer) throw new Error('native: a chain of three is needed');
    const isSound = subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
    if (!isSound) throw new Error('native: a link does not hold');
  }
}

async function pkijs([leaf, intermediate, root]: Chain, now: number): Promise<void> {
  const read = (der: Uint8Array) => PkijsCertificate.fromBER(Uint8Array.from(der));
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [read(root)],
    certs: [read(intermediate), read(leaf)],
    checkDate: new Date(now),
  });
  const { result, resultMessage } = await engine.verify();
  if (!result) throw new Error(`pkijs: ${resultMessage}`);
}

/** It has no path validation: reading, and both signatures with the dates. */
async function peculiar([leaf, intermediate, root]: Chain, now: number): Promise<void> {
  const read = (der: Uint8Array) => new PeculiarCertificate(Uint8Array.from(der));
  const [subject, middle, anchor] = [read(leaf), read(intermediate), read(root)];
  const date = new Date(now);
  const isSound =
    (await subject.verify({ date, publicKey: middle.publicKey }, crypto)) &&
    (await middle.verify({ date, publicKey: anchor.publicKey }, crypto));
  if (!isSound) throw new Error('@peculiar/x509: a link does not hold');
}

const engines: Readonly<Record<string, Engine>> = {
  "Node's X509Certificate": native,
  "pkijs' engine": pkijs,
  '@peculiar/x509': peculiar,
  ...profiles,
};

/** Milliseconds of one engine. */
export interface Timing {
  readonly median: number;
  /** The machine's other work hits engines that wait for a thread harder; the best run had none. */
  readonly best: number;
}

/** What each engine takes; all of them take turns on each chain. */
export async function timeEngines(
  chains: readonly Chain[],
  now: number,
  warm: number,
): Promise<ReadonlyMap<string, Timing>> {
  const times = new Map(Object.keys(engines).map((name) => [name, [] as number[]]));
  for (const [turn, chain] of chains.entries()) {
    for (const [name, run] of Object.entries(engines)) {
      const started = performance.now();
      await run(chain, now);
      if (turn >= warm) times.get(name)?.push(performance.now() - started);
    }
  }
  return new Map(
    [...times].map(([name, values]) => [
      name,
      { median: median(values), best: Math.min(...values) },
    ]),
  );
}

function rowsOf(kind: string, times: ReadonlyMap<string, Timing>): Row[] {
  const best = (engine: string) => times.get(engine)?.best ?? Number.NaN;
  const slowest = Math.max(...Object.keys(profiles).map(best));
  const against = (engine: string) => slowest / best(engine);
  const row = (name: string, value: number, unit: Row['unit'], budget: number | null): Row => ({
    name: `chain of three, ${kind}: ${name}`,
    value,
    unit,
    budget,
  });
  return [
    ...[...times].map(([name, time]) => row(name, time.median, 'ms', null)),
    row(
      'slowest profile to native, best runs',
      against("Node's X509Certificate"),
      '×',
      budgets.native,
    ),
    row('slowest profile to pkijs, best runs', against("pkijs' engine"), '×', budgets.pkijs),
  ];
}

/** Reading and verifying a chain of three, side by side with other engines in one run. */
export async function benchChains(): Promise<Row[]> {
  const now = Date.parse('2026-11-20T12:00:00Z');
  const rows: Row[] = [];
  for (const algorithm of ['EC P-256', 'RSA 2048'] as const) {
    const chains = await issueChains(algorithm, warmUps + repetitions, now);
    rows.push(...rowsOf(algorithm, await timeEngines(chains, now, warmUps)));
  }
  return rows;
}
