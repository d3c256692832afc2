import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { passwordBytes } from '../blob/decrypt-content.ts';
import { inspectMaterial } from '../inspect-material.ts';
import { plainBytes } from '../keys/subtle-of.ts';
import { plainKey } from './signing.ts';
import type { Pkcs12Contents } from './types.ts';

const KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';

/** Of PBKDF2, twice for a file: about a tenth of a second each. OpenSSL's own count is 2048. */
const ITERATIONS = 100_000;

/** The PKCS#12 file of `createPkcs12`; this module brings pkijs. */
export async function writePkcs12(contents: Pkcs12Contents, crypto: Crypto): Promise<Uint8Array> {
  const engine = new pkijs.CryptoEngine({ name: 'injected', crypto });
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const encryption = {
    password: passwordBytes(contents.password),
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  };
  const keyBag = new pkijs.PKCS8ShroudedKeyBag({
    parsedValue: pkijs.PrivateKeyInfo.fromBER(plainBytes(plainKey(contents.key).pkcs8)),
  });
  await keyBag.makeInternalValues(encryption, engine);
  const keys = new pkijs.SafeContents({
    safeBags: [
      new pkijs.SafeBag({
        bagId: KEY_BAG,
        bagValue: keyBag,
        bagAttributes: attributes(contents.friendlyName),
      }),
    ],
  });
  const certificates = new pkijs.SafeContents({ safeBags: certificateBags(contents) });
  const safe = new pkijs.AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: keys },
        { privacyMode: 1, value: certificates },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, encryption] }, engine);
  return sealed(safe, encryption.password, engine);
}

/** RFC 7292 §4: password integrity. */
async function sealed(
  safe: pkijs.AuthenticatedSafe,
  password: ArrayBuffer,
  engine: pkijs.CryptoEngine,
): Promise<Uint8Array> {
  const file = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await file.makeInternalValues(
    {
      password,
      iterations: 2048,
      pbkdf2HashAlgorithm: { name: 'SHA-256' },
      hmacHashAlgorithm: 'SHA-256',
    },
    engine,
  );
  return new Uint8Array(file.toSchema().toBER(false));
}

function certificateBags({ chain, friendlyName }: Pkcs12Contents): pkijs.SafeBag[] {
  const { certificates } = inspectMaterial(chain, 'certificate');
  if (certificates.length === 0) throw new TypeError('the chain holds no certificate');
  return certificates.map(({ certificate }, at) => {
    // Octet for octet: pkijs would encode the certificate anew.
    const certValue = new asn1js.OctetString({ valueHex: plainBytes(certificate.der).buffer });
    return new pkijs.SafeBag({
      bagId: CERTIFICATE_BAG,
      bagValue: new pkijs.CertBag({ certId: X509_CERTIFICATE, certValue }),
      ...(at === 0 ? { bagAttributes: attributes(friendlyName) } : {}),
    });
  });
}

/** The key and its certificate find each other by localKeyID. */
function attributes(friendlyName: string): pkijs.Attribute[] {
  const id = new asn1js.OctetString({ valueHex: Uint8Array.of(1).buffer });
  return [
    new pkijs.Attribute({
      type: FRIENDLY_NAME,
      values: [new asn1js.BmpString({ value: friendlyName })],
    }),
    new pkijs.Attribute({ type: LOCAL_KEY_ID, values: [id] }),
  ];
}
