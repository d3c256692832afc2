import { decodeText } from '../decode-text.ts';
import type { FileProblem } from './types.ts';

const JKS = [0xfe, 0xed, 0xfe, 0xed];
const JCEKS = [0xce, 0xce, 0xce, 0xce];

/** Says what a file is that holds neither PEM nor DER, as far as its first bytes tell. */
export function recogniseForeign(bytes: Uint8Array): FileProblem {
  if (bytes.length === 0) return { code: 'FILE-EMPTY', params: {} };
  if (startsWith(bytes, JKS) || startsWith(bytes, JCEKS)) {
    return { code: 'FILE-JAVA-KEYSTORE', params: {} };
  }
  const problem =
    bytes[0] === 0x30 ? 'It begins like DER, but is cut short or of another kind.' : byText(bytes);
  return { code: 'FILE-NOT-UNDERSTOOD', params: problem === null ? {} : { problem } };
}

function byText(bytes: Uint8Array): string | null {
  const text = decodeText(bytes.subarray(0, 4096))?.trimStart();
  if (text === undefined) return null;
  if (text.startsWith('PuTTY-User-Key-File')) return 'It is a PuTTY key, which TLS does not use.';
  if (text.startsWith('ssh-') || text.startsWith('ecdsa-sha2-')) {
    return 'It is an SSH public key, which TLS does not use.';
  }
  return 'It is text without a PEM block.';
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((octet, at) => bytes[at] === octet);
}
