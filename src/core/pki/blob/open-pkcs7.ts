import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { encodePem } from '../encode-pem.ts';
import { plainBytes } from '../keys/subtle-of.ts';

/** The certificates of a PKCS#7 file (RFC 2315 §9.1, DER or BER) as PEM text, or the reason why not. */
export type OpenedPkcs7 =
  | { readonly state: 'open'; readonly pem: string }
  | { readonly state: 'unreadable'; readonly problem: string };

/** Takes the certificates out of a signedData structure; its signatures are not looked at. Never throws. */
export function openPkcs7(bytes: Uint8Array): OpenedPkcs7 {
  try {
    const content = ContentInfo.fromBER(plainBytes(bytes));
    const { certificates = [] } = new SignedData({ schema: content.content });
    const pem = certificates
      .filter((each) => each instanceof Certificate)
      .map((each) => encodePem('CERTIFICATE', new Uint8Array(each.toSchema().toBER())))
      .join('');
    return pem === ''
      ? { state: 'unreadable', problem: 'It holds no certificate.' }
      : { state: 'open', pem };
  } catch {
    return { state: 'unreadable', problem: 'Its structure is damaged.' };
  }
}
