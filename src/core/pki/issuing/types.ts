import type { Certificate, KeyUsageBit, RawExtension } from '../types.ts';

/** Kinds of key that can be made here. RSA needs Web Crypto; the others work on every origin. */
export type KeyAlgorithm =
  'EC P-256' | 'EC P-384' | 'EC P-521' | 'RSA 2048' | 'RSA 3072' | 'RSA 4096' | 'Ed25519';

/** Who a certificate names. Written in the order C, O, OU, CN; empty means no subject (RFC 5280 §4.1.2.6). */
export interface SubjectName {
  readonly country?: string;
  readonly organization?: string;
  readonly organizationalUnit?: string;
  readonly commonName?: string;
}

export type ExtendedKeyUsage = 'serverAuth' | 'clientAuth';

/** What the subject of a certificate can ask for. */
export interface RequestSpec {
  readonly subject: SubjectName;
  readonly ca: boolean;
  /** Only with `ca`. */
  readonly pathLength?: number;
  readonly dnsNames?: readonly string[];
  /** `10.0.0.1`, `2001:db8::1`. */
  readonly ipAddresses?: readonly string[];
  readonly uris?: readonly string[];
  /** Absent: no extended key usage extension. */
  readonly eku?: readonly ExtendedKeyUsage[];
  /** Absent: keyCertSign and cRLSign for a CA, what TLS needs for others. */
  readonly keyUsage?: readonly KeyUsageBit[];
  readonly keyAlgorithm: KeyAlgorithm;
  /** Key to certify instead of a new one: PEM, unencrypted. */
  readonly key?: string;
  /** A Name as another certificate has it, in place of `subject`. */
  readonly subjectDer?: Uint8Array;
  /** Extensions as another certificate has them, in place of what the fields ask for; an issuer makes the key identifiers. */
  readonly extensions?: readonly RawExtension[];
}

/** What to issue. Times are milliseconds since the epoch; certificates carry whole seconds. */
export interface CertificateSpec extends RequestSpec {
  /** Who signs, with the signer's private key as PEM; absent for a self-signed certificate. */
  readonly issuer?: { readonly certificate: Certificate; readonly key: string };
  readonly notBefore: number;
  readonly notAfter: number;
  /** Serial number octets, unsigned; absent: 16 random octets. */
  readonly serial?: Uint8Array;
  /** The certificate before: one with the same key keeps its key identifier, by which others name the key. */
  readonly former?: Certificate;
}

/** A certificate request and its key. `keyPem` is PKCS#8 and secret. */
export interface CreatedRequest {
  readonly requestPem: string;
  readonly keyPem: string;
}

/** A certificate that was just issued. `keyPem` is PKCS#8 and secret. */
export interface IssuedCertificate {
  readonly certificatePem: string;
  readonly keyPem: string;
  readonly certificate: Certificate;
}

/** What goes into a PKCS#12 file. */
export interface Pkcs12Contents {
  /** PEM, leaf first. */
  readonly chain: string;
  /** PEM, unencrypted. */
  readonly key: string;
  readonly password: string;
  /** The name under which key stores show it. */
  readonly friendlyName: string;
}
