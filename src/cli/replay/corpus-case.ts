import { decodeCertificate } from '../../core/pki/certificate.ts';
import { decodeCrl } from '../../core/pki/crl.ts';
import type { Certificate, CertificateRevocationList } from '../../core/pki/types.ts';
import { fieldsOf, textOf, type Fields } from './json.ts';

/** A null time means the day of the recording. */
const RECORDED_WITHOUT_TIME = '2026-11-20T16:00:00Z';

/** One case of a certificate corpus, decoded. */
export interface CorpusCase {
  readonly id: string;
  readonly peerChain: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly purpose: 'server' | 'client';
  readonly depth: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly name: { readonly kind: string; readonly value: string } | null;
  /** Absent when the case has none: revocation is not checked then. */
  readonly crls?: readonly CertificateRevocationList[];
}

/** Null for a case whose certificates, lists or time cannot be read. */
export type CorpusReader = (row: Fields) => CorpusCase | null;

/** @param certs base64 DER; cases name certificates by index */
export function corpusReader(certs: readonly unknown[]): CorpusReader {
  const memory = new Map<number, Certificate | null>();
  const certificate = (index: number): Certificate | null => {
    const known = memory.get(index);
    if (known !== undefined) return known;
    const decoded = decodeCertificate(Buffer.from(textOf(certs[index]) ?? '', 'base64'));
    const found = decoded.ok ? decoded.certificate : null;
    memory.set(index, found);
    return found;
  };
  return (row) => {
    const peerChain = decodeAll([row.peer, ...listOf(row.untrusted)], certificate);
    const anchors = decodeAll(listOf(row.trusted), certificate);
    const crls = listOf(row.crls).map(decodeList);
    const at = Date.parse(textOf(row.time) ?? RECORDED_WITHOUT_TIME);
    if (peerChain === null || anchors === null || Number.isNaN(at)) return null;
    const lists = crls.filter((crl) => crl !== null);
    if (lists.length < crls.length) return null;
    return {
      id: textOf(row.id) ?? 'case without id',
      peerChain,
      anchors,
      purpose: row.kind === 'CLIENT' ? 'client' : 'server',
      depth: typeof row.depth === 'number' ? row.depth : 100,
      at,
      name: nameOf(row.name),
      ...(lists.length > 0 && { crls: lists }),
    };
  };
}

function decodeAll(
  indices: readonly unknown[],
  certificate: (index: number) => Certificate | null,
): readonly Certificate[] | null {
  const all = indices.map((index) => (typeof index === 'number' ? certificate(index) : null));
  const found = all.filter((one) => one !== null);
  return found.length === all.length ? found : null;
}

function decodeList(base64: unknown): CertificateRevocationList | null {
  const decoded = decodeCrl(Buffer.from(textOf(base64) ?? '', 'base64'));
  return decoded.ok ? decoded.crl : null;
}

function nameOf(value: unknown): CorpusCase['name'] {
  const { kind, value: name } = fieldsOf(value);
  return typeof kind === 'string' && typeof name === 'string' ? { kind, value: name } : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
