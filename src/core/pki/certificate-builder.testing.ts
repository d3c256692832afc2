import { decodeCertificate } from './certificate.ts';
import { curveByName } from './certificate-curves.ts';
import { encodeDer, encodeOid, encodeUnsigned } from './der-write.ts';
import type { Certificate } from './types.ts';

/** One attribute a RDN, except where an inner list asks for several: `[['CN', 'a'], ['OU', 'b']]`. */
export type TestAttribute = readonly [type: string, value: string, tag?: number];
export type TestName = readonly (TestAttribute | readonly TestAttribute[])[];

export interface TestExtension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

/** What to put into a certificate; everything has a default, nothing is checked. */
export interface TestCertificate {
  /** 1, 2 or 3; 0 leaves the field out. */
  readonly version?: number;
  readonly serial?: Uint8Array;
  /** Content octets of the serial number as they are, instead of `serial`. */
  readonly serialContent?: Uint8Array;
  readonly subject?: TestName | string;
  readonly issuer?: TestName | string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly spki?: Uint8Array;
  readonly extensions?: readonly TestExtension[];
  readonly algorithm?: Uint8Array;
  readonly outerAlgorithm?: Uint8Array;
  readonly sign?: (tbs: Uint8Array) => Uint8Array;
}

export const oids: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  C: '2.5.4.6',
  emailAddress: '1.2.840.113549.1.9.1',
};

export const text = (value: string): Uint8Array => new TextEncoder().encode(value);

export const ecdsaWithSha256 = encodeDer(0x30, encodeOid('1.2.840.10045.4.3.2'));

/** A P-256 key that needs no generating: the base point itself. */
export const anyP256Key = ecSpki('1.2.840.10045.3.1.7', basePoint('P-256'));

export function ecSpki(curveOid: string, point: Uint8Array): Uint8Array {
  const algorithm = encodeDer(0x30, encodeOid('1.2.840.10045.2.1'), encodeOid(curveOid));
  return encodeDer(0x30, algorithm, encodeDer(0x03, Uint8Array.of(0), point));
}

export function basePoint(name: string): Uint8Array {
  const curve = curveByName(name);
  if (!curve) throw new Error(`no curve ${name}`);
  const width = Math.ceil(curve.fieldBits / 8) * 2;
  const hex = [curve.Gx, curve.Gy].map((value) => value.toString(16).padStart(width, '0')).join('');
  return Uint8Array.from(Buffer.from(`04${hex}`, 'hex'));
}

export function encodeName(name: TestName | string): Uint8Array {
  const rdns: TestName = typeof name === 'string' ? [['CN', name]] : name;
  return encodeDer(0x30, ...rdns.map(encodeRdn));
}

function encodeRdn(rdn: TestName[number]): Uint8Array {
  const attributes = isAttribute(rdn) ? [rdn] : rdn;
  return encodeDer(
    0x31,
    ...attributes.map(([type, value, tag = 0x0c]) =>
      encodeDer(0x30, encodeOid(oids[type] ?? type), encodeDer(tag, text(value))),
    ),
  );
}

function isAttribute(rdn: TestName[number]): rdn is TestAttribute {
  return typeof rdn[0] === 'string';
}

export function encodeTime(time: string): Uint8Array {
  const isUtcTime = time.length < 15 || /^\d{12}[+-]\d{4}$/.test(time);
  return encodeDer(isUtcTime ? 0x17 : 0x18, text(time));
}

export function encodeExtension({ oid, critical = false, value }: TestExtension): Uint8Array {
  const flag = critical ? [encodeDer(0x01, Uint8Array.of(0xff))] : [];
  return encodeDer(0x30, encodeOid(oid), ...flag, encodeDer(0x04, value));
}

/** DER of a certificate with exactly the given parts, well formed or not. */
export function buildCertificate(spec: TestCertificate = {}): Uint8Array {
  const { version = 3, subject = 'subject', issuer = 'issuer', extensions = [] } = spec;
  const algorithm = spec.algorithm ?? ecdsaWithSha256;
  const tbs = encodeDer(
    0x30,
    ...(version > 1 ? [encodeDer(0xa0, encodeDer(0x02, Uint8Array.of(version - 1)))] : []),
    spec.serialContent
      ? encodeDer(0x02, spec.serialContent)
      : encodeUnsigned(spec.serial ?? Uint8Array.of(1)),
    algorithm,
    encodeName(issuer),
    encodeDer(
      0x30,
      encodeTime(spec.notBefore ?? '250101000000Z'),
      encodeTime(spec.notAfter ?? '450101000000Z'),
    ),
    encodeName(subject),
    spec.spki ?? anyP256Key,
    ...(extensions.length > 0
      ? [encodeDer(0xa3, encodeDer(0x30, ...extensions.map(encodeExtension)))]
      : []),
  );
  const signature = spec.sign?.(tbs) ?? Uint8Array.of(1, 2, 3);
  return encodeDer(
    0x30,
    tbs,
    spec.outerAlgorithm ?? algorithm,
    encodeDer(0x03, Uint8Array.of(0), signature),
  );
}

/** The same, decoded; throws when the decoder refuses it. */
export function testCertificate(spec: TestCertificate = {}): Certificate {
  const decoded = decodeCertificate(buildCertificate(spec));
  if (!decoded.ok) throw new Error(`${decoded.problem} at byte ${String(decoded.offset)}`);
  return decoded.certificate;
}
