import {
  ecdsaWithSha256,
  encodeExtension,
  encodeName,
  encodeTime,
  type TestExtension,
  type TestName,
} from './certificate-builder.testing.ts';
import { decodeCrl } from './crl.ts';
import { encodeDer, encodeUnsigned } from './der-write.ts';
import { extensionOids } from './extensions/extension-oids.ts';
import type { CertificateRevocationList } from './types.ts';

export interface TestRevoked {
  readonly serial: number;
  readonly at?: string;
  readonly extensions?: readonly TestExtension[];
}

/** What to put into a CRL; everything has a default, nothing is checked. */
export interface TestCrl {
  /** 1 leaves the field out. */
  readonly version?: number;
  readonly issuer?: TestName | string;
  readonly thisUpdate?: string;
  /** null leaves the field out. */
  readonly nextUpdate?: string | null;
  readonly revoked?: readonly TestRevoked[];
  readonly extensions?: readonly TestExtension[];
  readonly algorithm?: Uint8Array;
  readonly sign?: (tbs: Uint8Array) => Uint8Array;
}

/** DER of a CRL with exactly the given parts, well formed or not. */
export function buildCrl(spec: TestCrl = {}): Uint8Array {
  const { version = 2, issuer = 'issuer', nextUpdate = '450101000000Z', revoked = [] } = spec;
  const algorithm = spec.algorithm ?? ecdsaWithSha256;
  const extensions = spec.extensions ?? [];
  const tbs = encodeDer(
    0x30,
    ...(version > 1 ? [encodeUnsigned(Uint8Array.of(version - 1))] : []),
    algorithm,
    encodeName(issuer),
    encodeTime(spec.thisUpdate ?? '250101000000Z'),
    ...(nextUpdate === null ? [] : [encodeTime(nextUpdate)]),
    ...(revoked.length > 0 ? [encodeDer(0x30, ...revoked.map(encodeRevoked))] : []),
    ...(extensions.length > 0
      ? [encodeDer(0xa0, encodeDer(0x30, ...extensions.map(encodeExtension)))]
      : []),
  );
  const signature = spec.sign?.(tbs) ?? Uint8Array.of(1, 2, 3);
  return encodeDer(0x30, tbs, algorithm, encodeDer(0x03, Uint8Array.of(0), signature));
}

function encodeRevoked({ serial, at = '260101000000Z', extensions = [] }: TestRevoked): Uint8Array {
  return encodeDer(
    0x30,
    encodeUnsigned(Uint8Array.of(serial)),
    encodeTime(at),
    ...(extensions.length > 0 ? [encodeDer(0x30, ...extensions.map(encodeExtension))] : []),
  );
}

/** The same, decoded; throws when the decoder refuses it. */
export function testCrl(spec: TestCrl = {}): CertificateRevocationList {
  const decoded = decodeCrl(buildCrl(spec));
  if (!decoded.ok) throw new Error(`${decoded.problem} at byte ${String(decoded.offset)}`);
  return decoded.crl;
}

/** CRLReason by number; 8 is removeFromCRL. */
export function crlReason(reason: number): TestExtension {
  return { oid: extensionOids.crlReason, value: encodeDer(0x0a, Uint8Array.of(reason)) };
}

export function crlNumber(value: number, critical = false): TestExtension {
  return {
    oid: extensionOids.crlNumber,
    critical,
    value: encodeUnsigned(Uint8Array.of(value)),
  };
}

export function deltaCrlIndicator(base: number): TestExtension {
  return {
    oid: extensionOids.deltaCrlIndicator,
    critical: true,
    value: encodeUnsigned(Uint8Array.of(base)),
  };
}

/** Fields of issuingDistributionPoint; `name` is the content of the DistributionPointName. */
export interface TestIssuingPoint {
  readonly name?: Uint8Array;
  readonly only?: 'user' | 'ca' | 'attribute';
  readonly indirect?: boolean;
  /** First octet of ReasonFlags. */
  readonly reasons?: number;
}

const onlyTags = { user: 0x81, ca: 0x82, attribute: 0x85 };

export function issuingPoint(spec: TestIssuingPoint): TestExtension {
  const flag = (tag: number): Uint8Array => encodeDer(tag, Uint8Array.of(0xff));
  const only = spec.only === undefined ? [] : [flag(onlyTags[spec.only])];
  const value = encodeDer(
    0x30,
    ...(spec.name ? [encodeDer(0xa0, spec.name)] : []),
    ...(spec.only === 'attribute' ? [] : only),
    ...(spec.reasons === undefined ? [] : [encodeDer(0x83, Uint8Array.of(0, spec.reasons))]),
    ...(spec.indirect === true ? [flag(0x84)] : []),
    ...(spec.only === 'attribute' ? only : []),
  );
  return { oid: extensionOids.issuingDistributionPoint, critical: true, value };
}

/** `fullName [0]` of encoded GeneralNames. */
export function fullName(...names: readonly Uint8Array[]): Uint8Array {
  return encodeDer(0xa0, ...names);
}

/** One entry of cRLDistributionPoints, its fields encoded. */
export function distributionPoints(...points: readonly (readonly Uint8Array[])[]): TestExtension {
  const value = encodeDer(0x30, ...points.map((fields) => encodeDer(0x30, ...fields)));
  return { oid: extensionOids.crlDistributionPoints, value };
}
