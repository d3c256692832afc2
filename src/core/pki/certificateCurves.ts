/** A named curve: its display name and field size in bits. */
export interface NamedCurve {
  readonly name: string;
  readonly fieldBits: number;
}

function curve(name: string, fieldBits: number): NamedCurve {
  return { name, fieldBits };
}

const byOid = new Map<string, NamedCurve>([
  ['1.2.840.10045.3.1.1', curve('P-192', 192)],
  ['1.3.132.0.33', curve('P-224', 224)],
  ['1.2.840.10045.3.1.7', curve('P-256', 256)],
  ['1.3.132.0.34', curve('P-384', 384)],
  ['1.3.132.0.35', curve('P-521', 521)],
  ['1.3.132.0.8', curve('secp160r1', 160)],
  ['1.3.132.0.9', curve('secp160k1', 160)],
  ['1.3.132.0.30', curve('secp160r2', 160)],
  ['1.3.132.0.31', curve('secp192k1', 192)],
  ['1.3.132.0.32', curve('secp224k1', 224)],
  ['1.3.132.0.10', curve('secp256k1', 256)],
  ['1.3.36.3.3.2.8.1.1.1', curve('brainpoolP160r1', 160)],
  ['1.3.36.3.3.2.8.1.1.3', curve('brainpoolP192r1', 192)],
  ['1.3.36.3.3.2.8.1.1.5', curve('brainpoolP224r1', 224)],
  ['1.3.36.3.3.2.8.1.1.7', curve('brainpoolP256r1', 256)],
  ['1.3.36.3.3.2.8.1.1.9', curve('brainpoolP320r1', 320)],
  ['1.3.36.3.3.2.8.1.1.11', curve('brainpoolP384r1', 384)],
  ['1.3.36.3.3.2.8.1.1.13', curve('brainpoolP512r1', 512)],
  ['1.2.156.10197.1.301', curve('SM2', 256)],
]);

/** The prime curve that `oid` names (SEC 2, RFC 5639, X9.62), if OpenSSL has it built in. */
export function namedCurve(oid: string): NamedCurve | undefined {
  return byOid.get(oid);
}
