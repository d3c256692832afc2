import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Certificate } from '../types.ts';
import { plainBytes } from '../keys/subtle-of.ts';
import { buildExtensions } from './build-extensions.ts';
import { encodeSubjectName } from './subject-name.ts';
import type { CertificateSpec } from './types.ts';

/** What the signature will cover, apart from the spec itself. */
export interface TbsParts {
  /** SubjectPublicKeyInfo DER. */
  readonly spki: Uint8Array;
  /** Unsigned octets. */
  readonly serial: Uint8Array;
  /** AlgorithmIdentifier DER. */
  readonly signatureAlgorithm: Uint8Array;
  readonly issuer: Certificate | null;
}

/** Encodes the TBSCertificate (RFC 5280 §4.1) with pkijs; this module is the lazy part of issuing. */
export function buildTbs(spec: CertificateSpec, parts: TbsParts): Uint8Array {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: serialOctets(parts.serial) });
  certificate.signature = pkijs.AlgorithmIdentifier.fromBER(plainBytes(parts.signatureAlgorithm));
  const subject = spec.subjectDer ?? encodeSubjectName(spec.subject);
  certificate.subject = storedName(subject);
  certificate.issuer = storedName(parts.issuer?.subject.der ?? subject);
  certificate.notBefore = time(spec.notBefore);
  certificate.notAfter = time(spec.notAfter);
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(plainBytes(parts.spki));
  certificate.extensions = buildExtensions(spec, certificate.subjectPublicKeyInfo, parts.issuer);
  return new Uint8Array(certificate.encodeTBS().toBER(false));
}

/** A positive INTEGER: a zero octet goes before a leading bit. */
function serialOctets(serial: Uint8Array): ArrayBuffer {
  const positive = ((serial[0] ?? 0) & 0x80) !== 0 ? [0, ...serial] : [...serial];
  return Uint8Array.from(positive).buffer;
}

/** Encoded as it is: pkijs would put all attributes into one RDN. */
function storedName(der: Uint8Array): pkijs.RelativeDistinguishedNames {
  return new pkijs.RelativeDistinguishedNames({ valueBeforeDecode: plainBytes(der).buffer });
}

/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280 §4.1.2.5), whole seconds. */
function time(epoch: number): pkijs.Time {
  const value = new Date(Math.floor(epoch / 1000) * 1000);
  const { UTCTime, GeneralizedTime } = pkijs.TimeType;
  const type = value.getUTCFullYear() < 2050 ? UTCTime : GeneralizedTime;
  return new pkijs.Time({ type, value });
}
