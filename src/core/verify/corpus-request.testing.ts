import { decodeCertificate } from '../pki/certificate.ts';
import { decodeCrl } from '../pki/crl.ts';
import type { Certificate, CertificateRevocationList } from '../pki/types.ts';
import { createSignatureChecker } from './signature/create-signature-checker.ts';
import type { ChainRequest, VerifyResult } from './types.ts';
import type { CorpusCase, RecordedAnswer, X509Corpus } from './x509-corpus.testing.ts';

const recordedWithoutTime = '2026-11-20T16:00:00Z';
const checkSignature = createSignatureChecker(globalThis.crypto);
const memory = new WeakMap<X509Corpus, Map<number, Certificate>>();

/** A certificate of the corpus by its index, decoded once. */
export function corpusCertificate(corpus: X509Corpus, index: number): Certificate {
  const known = memory.get(corpus) ?? new Map<number, Certificate>();
  memory.set(corpus, known);
  const found = known.get(index) ?? decoded(corpus, index);
  known.set(index, found);
  return found;
}

function decoded(corpus: X509Corpus, index: number): Certificate {
  const result = decodeCertificate(bytes(corpus.certs[index] ?? ''));
  if (!result.ok) throw new Error(`certificate ${String(index)}: ${result.problem}`);
  return result.certificate;
}

function crl(base64: string): CertificateRevocationList {
  const result = decodeCrl(bytes(base64));
  if (!result.ok) throw new Error(`CRL: ${result.problem}`);
  return result.crl;
}

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

/** What the libraries of the OpenSSL family are asked for a case of the corpus. */
export function corpusRequest(corpus: X509Corpus, item: CorpusCase): ChainRequest {
  const certificate = (index: number) => corpusCertificate(corpus, index);
  return {
    peerChain: [item.peer, ...item.untrusted].map(certificate),
    anchors: item.trusted.map(certificate),
    purpose: item.kind === 'SERVER' ? 'server' : 'client',
    depth: item.depth ?? 100,
    at: Date.parse(item.time ?? recordedWithoutTime),
    checkSignature,
    ...(item.crls.length > 0 && { crls: item.crls.map(crl) }),
  };
}

/** An answer in the recorded columns, without the host. */
export function corpusColumns(result: VerifyResult): Omit<RecordedAnswer, 'host'> {
  return {
    ok: result.ok,
    err: result.first?.code ?? 0,
    depth: result.first?.depth ?? 0,
    last: result.last?.code ?? 0,
    events:
      result.events.map(({ code, depth }) => `${String(code)}@${String(depth)}`).join(',') || '-',
    chain: result.path.length,
  };
}
