import { PKCS8ShroudedKeyBag } from 'pkijs';
import { plainBytes } from '../keys/subtle-of.ts';
import { privateKeyWrapping } from '../sniff-der.ts';
import { decryptContent, type Decrypted } from './decrypt-content.ts';

/** Decrypts EncryptedPrivateKeyInfo (RFC 5958 §3) to PKCS#8 DER. Never throws. */
export async function openEncryptedKey(
  der: Uint8Array,
  password: string,
  crypto: Crypto,
): Promise<Decrypted> {
  let bag: PKCS8ShroudedKeyBag;
  try {
    bag = PKCS8ShroudedKeyBag.fromBER(plainBytes(der));
  } catch {
    return { state: 'unsupported', algorithm: 'a damaged EncryptedPrivateKeyInfo' };
  }
  return openShroudedKey(bag, password, crypto);
}

/** The same for a key inside a PKCS#12 file. */
export async function openShroudedKey(
  bag: PKCS8ShroudedKeyBag,
  password: string,
  crypto: Crypto,
): Promise<Decrypted> {
  const content = new Uint8Array(bag.encryptedData.getValue());
  const opened = await decryptContent(bag.encryptionAlgorithm, content, password, crypto);
  if (opened.state !== 'open') return opened;
  // One wrong password in 256 leaves padding that looks right.
  return privateKeyWrapping(opened.bytes) === 'pkcs8' ? opened : { state: 'wrong-password' };
}
