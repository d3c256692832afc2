import type { TestExtension, TestName } from '../../src/core/pki/certificate-builder.testing.ts';
import { distributionPoints, fullName } from '../../src/core/pki/crl-builder.testing.ts';
import { encodeDer, encodeOid } from '../../src/core/pki/der-write.ts';
import {
  authorityKeyId,
  basicConstraints,
  directoryName,
  extendedKeyUsage,
  generalName,
  keyUsage,
  subjectAltName,
  subjectKeyId,
} from '../../src/core/pki/extensions/extension-builder.testing.ts';
import { extensionOids, keyPurposeOids } from '../../src/core/pki/extensions/extension-oids.ts';
import { keyUsageBits } from '../../src/core/pki/extensions/key-usage.ts';
import { randomGeneralName, randomSubtree, subjects } from './names.ts';
import type { Random } from '../../src/core/pki/random.testing.ts';

/** What the extensions of one certificate depend on. */
export interface ExtensionPlan {
  readonly isCa: boolean;
  /** From 0, an honest certificate, to 1. */
  readonly weird: number;
  /** Key identifiers; null leaves the extension out. */
  readonly ownId: readonly number[] | null;
  readonly issuerId: readonly number[] | null;
  readonly issuerName: TestName | string;
  /** Without nsCertType and proxy certificates. */
  readonly modern: boolean;
}

type Maker = (random: Random, plan: ExtensionPlan) => TestExtension | null;

const makers: readonly Maker[] = [
  makeBasicConstraints,
  makeKeyUsage,
  makeExtendedKeyUsage,
  makeAlternativeNames,
  makeSubjectKeyId,
  makeAuthorityKeyId,
  makeNameConstraints,
  makeNetscapeType,
  makeDistributionPoints,
  makeUnusual,
  makeProxyInfo,
];

/** Extensions, from sound to hostile by `weird`; sometimes one stands twice, is broken, or all are in another order. */
export function randomExtensions(random: Random, plan: ExtensionPlan): readonly TestExtension[] {
  const made = makers.flatMap((make) => make(random, plan) ?? []);
  if (made.length > 0 && random.chance(plan.weird * 0.3)) made.push(spoil(random, made));
  return random.chance(0.2) ? random.shuffled(made) : made;
}

function makeBasicConstraints(random: Random, { isCa, weird }: ExtensionPlan) {
  if (isCa ? random.chance(weird) : random.chance(0.6)) return null;
  const length = random.chance(isCa ? 0.25 : weird) ? random.int(3) : undefined;
  const negative = random.chance(weird * 0.1) ? 255 : length;
  const extension = basicConstraints(random.chance(weird) ? !isCa : isCa, negative);
  return { ...extension, critical: !random.chance(0.1) };
}

function makeKeyUsage(random: Random, { isCa, weird }: ExtensionPlan) {
  if (random.chance(0.3)) return null;
  if (random.chance(weird)) return keyUsage(...random.some(keyUsageBits, 0.3));
  return isCa ? keyUsage('keyCertSign', 'cRLSign') : keyUsage('digitalSignature');
}

const purposes = [...Object.values(keyPurposeOids), '1.3.6.1.5.5.7.3.4'];

function makeExtendedKeyUsage(random: Random, { isCa, weird }: ExtensionPlan) {
  if (!random.chance(isCa ? weird : 0.5)) return null;
  if (random.chance(weird)) {
    return { ...extendedKeyUsage(...random.some(purposes, 0.3)), critical: random.chance(0.2) };
  }
  return extendedKeyUsage(keyPurposeOids.serverAuth, keyPurposeOids.clientAuth);
}

function makeAlternativeNames(random: Random, { isCa }: ExtensionPlan) {
  if (!random.chance(isCa ? 0.1 : 0.7)) return null;
  const names = Array.from({ length: random.int(4) }, () => randomGeneralName(random));
  return { ...subjectAltName(...names), critical: random.chance(0.1) };
}

function makeSubjectKeyId(random: Random, { ownId, weird }: ExtensionPlan) {
  if (!ownId) return null;
  return random.chance(weird * 0.4) ? subjectKeyId(9, 9) : subjectKeyId(...ownId);
}

function makeAuthorityKeyId(random: Random, { issuerId, issuerName, weird }: ExtensionPlan) {
  if (!issuerId) return null;
  if (!random.chance(weird)) return authorityKeyId(...issuerId);
  const name = random.chance(0.5) ? issuerName : random.pick(subjects);
  const names = random.chance(0.3)
    ? [generalName(['dns', 'x']), directoryName(name)]
    : [directoryName(name)];
  const value = encodeDer(
    0x30,
    ...(random.chance(0.5) ? [encodeDer(0x80, Uint8Array.from(issuerId))] : []),
    encodeDer(0xa1, ...names),
    encodeDer(0x82, Uint8Array.of(random.chance(0.7) ? 1 : 2)),
  );
  return { oid: extensionOids.authorityKeyId, critical: random.chance(0.1), value };
}

function makeNameConstraints(random: Random, { isCa, weird }: ExtensionPlan) {
  if (!isCa || !random.chance(Math.min(1, weird * 1.5))) return null;
  const list = (tag: number): Uint8Array =>
    encodeDer(tag, ...Array.from({ length: 1 + random.int(3) }, () => randomSubtree(random)));
  const value = encodeDer(
    0x30,
    ...(random.chance(0.7) ? [list(0xa0)] : []),
    ...(random.chance(0.4) ? [list(0xa1)] : []),
  );
  return { oid: extensionOids.nameConstraints, critical: random.chance(0.7), value };
}

function makeNetscapeType(random: Random, { weird, modern }: ExtensionPlan) {
  if (modern || !random.chance(weird * 0.3)) return null;
  const value = encodeDer(3, Uint8Array.of(0, random.int(256)));
  return { oid: extensionOids.nsCertType, value };
}

function makeDistributionPoints(random: Random, { weird, issuerName }: ExtensionPlan) {
  if (!random.chance(weird * 0.5)) return null;
  const point = [
    ...(random.chance(0.8)
      ? [encodeDer(0xa0, fullName(generalName(['uri', random.pick(['http://x', 'http://y'])])))]
      : []),
    ...(random.chance(0.2) ? [encodeDer(0x81, Uint8Array.of(0, 0x60))] : []),
    ...(random.chance(0.2) ? [encodeDer(0xa2, directoryName(issuerName))] : []),
  ];
  return { ...distributionPoints(point), critical: random.chance(0.3) };
}

/** Extensions that no check decodes; a critical one may be unknown. */
function makeUnusual(random: Random, { weird }: ExtensionPlan) {
  if (!random.chance(weird * 0.3)) return null;
  const oid = random.pick([
    '1.2.3.4',
    extensionOids.authorityInfoAccess,
    extensionOids.freshestCrl,
    extensionOids.issuerAltName,
    '1.3.6.1.5.5.7.1.24',
  ]);
  return { oid, critical: random.chance(0.4), value: encodeDer(0x30) };
}

function makeProxyInfo(random: Random, { weird, modern }: ExtensionPlan) {
  if (modern || !random.chance(weird * 0.08)) return null;
  const value = encodeDer(
    0x30,
    ...(random.chance(0.5) ? [encodeDer(2, Uint8Array.of(random.int(3)))] : []),
    encodeDer(0x30, encodeOid('1.3.6.1.5.5.7.21.1')),
  );
  return { oid: extensionOids.proxyCertInfo, critical: true, value };
}

function spoil(random: Random, made: readonly TestExtension[]): TestExtension {
  const twice = random.pick(made);
  if (random.chance(0.5)) return twice;
  const oid = random.pick([
    extensionOids.basicConstraints,
    extensionOids.keyUsage,
    extensionOids.subjectAltName,
    extensionOids.extendedKeyUsage,
    extensionOids.nameConstraints,
  ]);
  return { oid, value: encodeDer(4) };
}
