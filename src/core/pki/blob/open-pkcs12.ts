import {
  AuthenticatedSafe,
  CertBag,
  CryptoEngine,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeContents,
  type ContentInfo,
  type SafeBag,
} from 'pkijs';
import { OctetString } from 'asn1js';
import { decodeCertificate } from '../certificate.ts';
import { encodePem } from '../encode-pem.ts';
import { publicKeyMatches } from '../keys/public-key-matches.ts';
import { readPrivateKey } from '../keys/read-private-key.ts';
import { plainBytes } from '../keys/subtle-of.ts';
import { decryptContent, passwordBytes } from './decrypt-content.ts';
import { openShroudedKey } from './open-encrypted-key.ts';

/** What opening a PKCS#12 file gave: PEM text (secret), or the reason why there is none. */
export type OpenedPkcs12 =
  | { readonly state: 'open'; readonly pem: string }
  | { readonly state: 'wrong-password' }
  | { readonly state: 'unsupported'; readonly algorithm: string }
  | { readonly state: 'unreadable'; readonly problem: string };

type Failure = Exclude<OpenedPkcs12, { state: 'open' }>;

/**
 * Opens a PKCS#12 file (RFC 7292): the integrity check first, then every safe. Certificates come out with
 * the key's own first, then keys. Only PBES2 encryption is undone; RC2 and 3DES are named. Never throws.
 */
export async function openPkcs12(
  bytes: Uint8Array,
  password: string,
  crypto: Crypto,
): Promise<OpenedPkcs12> {
  try {
    const pfx = PFX.fromBER(plainBytes(bytes));
    const safes = authenticatedSafes(pfx);
    const intact = await checkIntegrity(pfx, password, crypto);
    const found: Found = { certificates: [], keys: [] };
    for (const safe of safes) {
      const failure = await openSafe(safe, password, crypto, found);
      if (failure !== null) return failure;
    }
    if (!intact) return { state: 'wrong-password' };
    return { state: 'open', pem: toPem(found) };
  } catch (error) {
    return { state: 'unreadable', problem: problemText(error) };
  }
}

interface Found {
  readonly certificates: Uint8Array[];
  readonly keys: Uint8Array[];
}

/** RFC 7292 §4: with password integrity the safes stand in an OCTET STRING. */
function authenticatedSafes(pfx: PFX): readonly ContentInfo[] {
  const content: unknown = pfx.authSafe.content;
  if (!(content instanceof OctetString))
    throw new Error('it is protected by a signature, not a password');
  return AuthenticatedSafe.fromBER(content.getValue()).safeContents;
}

/** RFC 7292 appendix B; a file without a MAC, or with one that pkijs does not know, has nothing to check. */
async function checkIntegrity(pfx: PFX, password: string, crypto: Crypto): Promise<boolean> {
  if (pfx.macData === undefined) return true;
  const engine = new CryptoEngine({ name: 'injected', crypto });
  try {
    const parameters = { password: passwordBytes(password), checkIntegrity: true };
    await pfx.parseInternalValues(parameters, engine);
    return true;
  } catch (error) {
    return !(error instanceof Error && error.message.startsWith('Integrity'));
  }
}

async function openSafe(
  safe: ContentInfo,
  password: string,
  crypto: Crypto,
  found: Found,
): Promise<Failure | null> {
  const contents = await safeContents(safe, password, crypto);
  if (!(contents instanceof SafeContents)) return contents;
  for (const bag of contents.safeBags) {
    const failure = await openBag(bag, password, crypto, found);
    if (failure !== null) return failure;
  }
  return null;
}

async function safeContents(
  safe: ContentInfo,
  password: string,
  crypto: Crypto,
): Promise<SafeContents | Failure> {
  if (safe.content instanceof OctetString) return SafeContents.fromBER(safe.content.getValue());
  const { encryptedContentInfo } = new EncryptedData({ schema: safe.content });
  const opened = await decryptContent(
    encryptedContentInfo.contentEncryptionAlgorithm,
    new Uint8Array(encryptedContentInfo.getEncryptedContent()),
    password,
    crypto,
  );
  if (opened.state !== 'open') return opened;
  try {
    return SafeContents.fromBER(plainBytes(opened.bytes));
  } catch {
    return { state: 'wrong-password' };
  }
}

async function openBag(
  bag: SafeBag,
  password: string,
  crypto: Crypto,
  found: Found,
): Promise<Failure | null> {
  const value: unknown = bag.bagValue;
  if (value instanceof CertBag) {
    if (value.certValue instanceof OctetString) {
      found.certificates.push(new Uint8Array(value.certValue.getValue()));
    }
  } else if (value instanceof PrivateKeyInfo) {
    found.keys.push(new Uint8Array(value.toSchema().toBER()));
  } else if (value instanceof PKCS8ShroudedKeyBag) {
    const opened = await openShroudedKey(value, password, crypto);
    if (opened.state !== 'open') return opened;
    found.keys.push(opened.bytes);
  }
  return null;
}

function toPem(found: Found): string {
  const certificates = [...found.certificates].sort(
    (one, other) => rank(one, found) - rank(other, found),
  );
  return [
    ...certificates.map((der) => encodePem('CERTIFICATE', der)),
    ...found.keys.map((der) => encodePem('PRIVATE KEY', der)),
  ].join('');
}

/** A certificate whose key is in the file goes before its issuers. */
function rank(der: Uint8Array, found: Found): number {
  const decoded = decodeCertificate(der);
  const own = found.keys.some((key) => {
    const reading = readPrivateKey(key);
    if (!decoded.ok || reading.state !== 'plain') return false;
    return publicKeyMatches(decoded.certificate.publicKey, reading.key) === true;
  });
  return own ? 0 : 1;
}

function problemText(error: unknown): string {
  return error instanceof Error
    ? `It does not open: ${error.message}.`
    : 'Its structure is damaged.';
}
