/** The signature algorithms in BoringSSL's table (`crypto/obj/obj_xref.cc`) and those that it has added since. */
const known = new Set([
  '1.2.840.113549.1.1.3',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.113549.1.1.10',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.113549.1.1.14',
  '1.2.840.10045.4.1',
  '1.2.840.10045.4.3.1',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.2.840.10040.4.3',
  '2.16.840.1.101.3.4.3.1',
  '2.16.840.1.101.3.4.3.2',
  '1.3.101.112',
  '2.16.840.1.101.3.4.3.17',
  '2.16.840.1.101.3.4.3.18',
  '2.16.840.1.101.3.4.3.19',
]);

/** Whether BoringSSL knows which key and digest a signature OID stands for; the old sha1WithRSA of OIW it does not. */
export function isKnownAlgorithm(oid: string): boolean {
  return known.has(oid);
}
