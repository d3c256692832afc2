import { decodeCertificate } from '../../core/pki/certificate.ts';
import { readPem } from '../../core/pki/pem.ts';
import type { Certificate } from '../../core/pki/types.ts';
import { verifyWebpki } from '../../core/verify/webpki/verify-webpki.ts';
import { fieldsOf, isFields, parseJson, rowsOf, textOf, type Fields } from './json.ts';
import type { Disagreement, FormReader } from './types.ts';

/**
 * Rows recorded from rustls-webpki as agentgateway calls it: `{at, verify: [{name, chain, anchors, serverName,
 * webpki}]}`, `webpki` being `OK` or the error as Rust prints it. Signatures were taken as valid when they were
 * recorded, and are here.
 */
export const webpkiForm: FormReader = ({ text }) => {
  const document = parseJson(text);
  const rows = rowsOf(isFields(document) ? document.verify : document);
  if (!rows.some((row) => 'webpki' in row)) return null;
  const at = textOf(fieldsOf(document).at);
  return rows.map((row) => {
    const id = `verify: ${textOf(row.name) ?? ''}`;
    return { id, category: 'verify', run: () => play(id, row, textOf(row.at) ?? at) };
  });
};

async function play(id: string, row: Fields, time = ''): Promise<Disagreement | null> {
  const peerChain = certificatesOf(row.chain);
  const at = Date.parse(time);
  if (peerChain.length === 0 || Number.isNaN(at)) {
    return { id, expected: 'a chain and a time', got: 'the row has none' };
  }
  const serverName = textOf(row.serverName);
  const { first } = await verifyWebpki({
    peerChain,
    anchors: certificatesOf(row.anchors),
    purpose: row.purpose === 'client' ? 'client' : 'server',
    at,
    checkSignature: () => Promise.resolve('valid'),
    ...(serverName !== undefined && { serverName }),
  });
  const got = { webpki: first?.debug ?? first?.name ?? 'OK' };
  return got.webpki === row.webpki ? null : { id, expected: { webpki: row.webpki }, got };
}

function certificatesOf(pem: unknown): readonly Certificate[] {
  return readPem(textOf(pem) ?? '').flatMap(({ der }) => {
    const decoded = der && decodeCertificate(der);
    return decoded?.ok ? [decoded.certificate] : [];
  });
}
