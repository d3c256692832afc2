import { inspectMaterial, type InspectedMaterial } from '../inspect-material.ts';
import { subtleOf } from '../keys/subtle-of.ts';
import type { SniffedKind } from '../sniff.ts';
import type { PemBlock } from '../types.ts';
import { describeCrl, describeRequest } from './describe-signed.ts';
import { isLockedReading, unlockPem } from './unlock-pem.ts';
import { openPkcs12Blob } from './open-pkcs12-blob.ts';
import { pemOfBlob } from './pem-of-blob.ts';
import { recogniseForeign } from './recognise-foreign.ts';
import type { BlobContents, FileProblem } from './types.ts';

/** How to read a file. The password stays in memory. */
export interface LoadOptions {
  readonly password?: string;
  readonly crypto: Crypto;
}

/**
 * Reads a dropped file: PEM, DER, base64, PKCS#12 and PKCS#7, whatever its name. PKCS#12 and encrypted keys
 * stay `locked` without the right password; a PKCS#12 file with an empty password opens by itself. pkijs is
 * loaded only for containers and encrypted keys. Never throws; what is not understood has a `fileProblem`.
 */
export async function loadBlob(bytes: Uint8Array, options: LoadOptions): Promise<BlobContents> {
  const { kind, pem } = pemOfBlob(bytes);
  if (kind === 'pkcs12') {
    const opened = await openPkcs12Blob(bytes, options.password ?? '', options.crypto);
    if (opened.ok) return fromPem(kind, opened.pem);
    return unread(kind, opened.problem, opened.reason === 'wrong-password');
  }
  if (kind === 'pkcs7') {
    const { openPkcs7 } = await import('./open-pkcs7.ts');
    const opened = openPkcs7(bytes);
    if (opened.state === 'open') return fromPem(kind, opened.pem);
    return unread(kind, { code: 'PKCS7-UNREADABLE', params: { problem: opened.problem } }, false);
  }
  if (pem === null) return unread(kind, recogniseForeign(bytes), false);
  const unlocked = await unlockedPem(pem, options);
  return fromPem(kind, unlocked + (await certificatesOfPkcs7Blocks(unlocked)));
}

function unread(kind: SniffedKind, fileProblem: FileProblem, locked: boolean): BlobContents {
  const nothing = { pem: '', certificates: [], keys: [], requests: [], crls: [], problems: [] };
  return { kind, content: locked ? 'locked' : 'not-understood', locked, ...nothing, fileProblem };
}

async function unlockedPem(pem: string, { password, crypto }: LoadOptions): Promise<string> {
  if (password === undefined || subtleOf(crypto) === null) return pem;
  const unlocked = await unlockPem(pem, password, crypto);
  return unlocked.ok ? unlocked.pem : pem;
}

/** `-----BEGIN PKCS7-----` (RFC 7468 §8): the certificates inside, as blocks of their own. */
async function certificatesOfPkcs7Blocks(pem: string): Promise<string> {
  if (!/-----BEGIN (?:PKCS7|CMS)-----/.test(pem)) return '';
  const { openPkcs7 } = await import('./open-pkcs7.ts');
  return inspectMaterial(pem, 'any')
    .blocks.filter((block) => block.label === 'PKCS7' || block.label === 'CMS')
    .map((block) => (block.der === undefined ? null : openPkcs7(block.der)))
    .map((opened) => (opened?.state === 'open' ? `\n${opened.pem}` : ''))
    .join('');
}

function fromPem(kind: SniffedKind, pem: string): BlobContents {
  const found = inspectMaterial(pem, 'any');
  const requests = described(found.blocks, /^(?:NEW )?CERTIFICATE REQUEST$/, describeRequest);
  const crls = described(found.blocks, /^X509 CRL$/, describeCrl);
  const locked = found.keys.some(({ reading }) => isLockedReading(reading));
  const content = contentOf(found, locked, requests.length, crls.length);
  return {
    kind,
    content,
    locked,
    pem,
    certificates: found.certificates.map((entry) => entry.certificate),
    keys: found.keys.map((entry) => entry.reading),
    requests,
    crls,
    problems: found.problems,
    ...fileProblemOf(content, found.blocks),
  };
}

function described<T>(
  blocks: readonly PemBlock[],
  label: RegExp,
  describe: (der: Uint8Array) => T | null,
): T[] {
  return blocks.flatMap((block) => {
    if (block.der === undefined || !label.test(block.label)) return [];
    return describe(block.der) ?? [];
  });
}

function contentOf(
  found: InspectedMaterial,
  locked: boolean,
  requests: number,
  crls: number,
): BlobContents['content'] {
  const hasKey = found.keys.some(
    ({ reading }) => reading.state === 'plain' || reading.state === 'removed',
  );
  if (found.certificates.length > 0) return hasKey ? 'certificates-and-key' : 'certificates';
  if (hasKey) return 'private-key';
  if (locked) return 'locked';
  if (requests > 0) return 'certificate-request';
  return crls > 0 ? 'crl' : 'not-understood';
}

function fileProblemOf(
  content: BlobContents['content'],
  blocks: readonly PemBlock[],
): { fileProblem?: FileProblem } {
  if (content === 'locked') return { fileProblem: { code: 'FILE-LOCKED', params: {} } };
  if (content !== 'not-understood') return {};
  const labels = [...new Set(blocks.map((block) => block.label))].join(', ');
  const problem =
    labels === '' ? 'It mentions PEM without holding a block.' : `It holds only: ${labels}.`;
  return { fileProblem: { code: 'FILE-NOT-UNDERSTOOD', params: { problem } } };
}
