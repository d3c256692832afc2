import type { TestName } from '../../src/core/pki/certificate-builder.testing.ts';
import type { VerifyRequest } from '../../src/core/verify/types.ts';
import { issueLive, type Issuing, type LiveCertificate } from './certificate.ts';
import { randomCrl } from './crl.ts';
import type { LiveKey, LiveKeys } from './keys.ts';
import { hosts, subjects } from './names.ts';
import { Random } from '../../src/core/pki/random.testing.ts';

/** One question for every library. */
export interface LiveCase {
  readonly number: number;
  readonly leaf: LiveCertificate;
  /** What the peer sends behind its leaf. */
  readonly others: readonly LiveCertificate[];
  readonly anchors: readonly LiveCertificate[];
  /** Absent: revocation is not checked. */
  readonly crls?: readonly Uint8Array[];
  readonly purpose: VerifyRequest['purpose'];
  readonly depth: number;
  readonly securityLevel: VerifyRequest['securityLevel'];
  readonly strict: boolean;
  readonly host: string;
  /** Milliseconds since the epoch, whole seconds. */
  readonly at: number;
}

export interface CaseOptions {
  readonly seed: number;
  readonly keys: LiveKeys;
  readonly at: number;
  /** Only what a TLS server can be set up with: keys that it can load and sign with. */
  readonly servable?: boolean;
  /** Without what only OpenSSL still knows: nsCertType and proxy certificates. */
  readonly modern?: boolean;
}

/** The case of that number: the same for the same seed, but for the keys themselves. */
export function generateCase(number: number, options: CaseOptions): LiveCase {
  const random = new Random(options.seed * 1_000_003 + number);
  const weird = random.pick([0, 0.05, 0.1, 0.2, 0.35]);
  const { keys, at, modern = false } = options;
  const issuing = { random, keys, at, weird, modern };
  const chain = buildChain(issuing, options.servable === true);
  const [root, leaf] = [chain[0], chain[chain.length - 1]];
  if (!root || !leaf) throw new Error('a chain has a root and a leaf');
  const crls = random.chance(0.2) ? randomCrls(issuing, chain) : undefined;
  return {
    number,
    leaf,
    others: peerCertificates(issuing, chain),
    anchors: trustAnchors(issuing, chain),
    ...(crls && { crls }),
    purpose: random.chance(0.7) ? 'server' : 'client',
    depth: random.pick([4, 4, 1, 0, 2, 100]),
    securityLevel: random.pick([2, 2, 1, 0, 3] as const),
    strict: random.chance(0.15),
    host: random.pick(hosts),
    at,
  };
}

function anyKey({ random, keys }: Issuing): LiveKey {
  return random.pick(random.chance(0.85) ? keys.usual : keys.rare);
}

function anyName({ random, weird }: Issuing, honest: string): TestName | string {
  return random.chance(Math.max(0.05, weird)) ? random.pick(subjects) : honest;
}

/** Root first, leaf last; the leaf may be self-signed, an intermediate may skip one or be issued by itself. */
function buildChain(issuing: Issuing, servable: boolean): LiveCertificate[] {
  const { random, weird } = issuing;
  const issue = (honest: string, issuer: LiveCertificate | null, isCa: boolean, key: LiveKey) =>
    issueLive(issuing, { subject: anyName(issuing, honest), key, issuer, isCa });
  const chain = [issue('root', null, true, anyKey(issuing))];
  const intermediates = random.int(4);
  for (let index = 0; index < intermediates; index++) {
    const above = random.chance(weird * 0.3) ? random.pick(chain) : chain[chain.length - 1];
    chain.push(issue(`int${String(index)}`, above ?? null, true, anyKey(issuing)));
  }
  const key = servable ? random.pick(issuing.keys.usual) : anyKey(issuing);
  const issuer = random.chance(0.05) ? null : (chain[chain.length - 1] ?? null);
  return [...chain, issue(issuer ? 'leaf' : 'self', issuer, false, key)];
}

/** The intermediates, leaf side first; some missing, misplaced, with the root, or with a double of another issuer. */
function peerCertificates(issuing: Issuing, chain: readonly LiveCertificate[]): LiveCertificate[] {
  const { random } = issuing;
  const intermediates = chain.slice(1, -1).reverse();
  const sent = random.chance(0.1) ? random.some(intermediates, 0.6) : intermediates;
  const root = random.chance(0.2) ? chain.slice(0, 1) : [];
  const double = random.chance(0.3) ? [crossSigned(issuing, chain)] : [];
  const all = [...sent, ...root, ...double];
  return random.chance(0.2) ? random.shuffled(all) : all;
}

/** A certificate with the name of one of the chain and often its key, by another issuer. */
function crossSigned(issuing: Issuing, chain: readonly LiveCertificate[]): LiveCertificate {
  const { random } = issuing;
  const twin = random.pick(chain);
  return issueLive(issuing, {
    subject: twin.name,
    key: random.chance(0.6) ? twin.key : anyKey(issuing),
    issuer: random.chance(0.5) ? random.pick(chain) : null,
    isCa: true,
  });
}

function trustAnchors(issuing: Issuing, chain: readonly LiveCertificate[]): LiveCertificate[] {
  const { random } = issuing;
  const anchors = random.chance(0.85) ? chain.slice(0, 1) : [random.pick(chain)];
  // Never a namesake of the root that might be taken for it: the order in the store is not specified.
  if (random.chance(0.15)) {
    anchors.push(
      issueLive(issuing, { subject: 'other', key: anyKey(issuing), issuer: null, isCa: true }),
    );
  }
  if (random.chance(0.1)) anchors.push(random.pick(chain));
  return anchors;
}

function randomCrls(issuing: Issuing, chain: readonly LiveCertificate[]): readonly Uint8Array[] {
  const { random } = issuing;
  const serials = [...new Set(chain.map(({ serial }) => serial))];
  const issuers = random.chance(0.9) ? chain.slice(0, -1) : random.some(chain, 0.5);
  const crls = issuers.map((issuer) => randomCrl(issuing, issuer, serials));
  // Two lists of one issuer: the better one counts.
  if (random.chance(0.3)) crls.push(randomCrl(issuing, random.pick(chain), serials));
  return crls;
}
