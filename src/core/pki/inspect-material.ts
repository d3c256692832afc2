import type { Severity, TextRange } from '../model/index.ts';
import { byteOrderMarkLength } from './byte-order-mark.ts';
import { decodeCertificate } from './certificate.ts';
import type { PkiFindingCode } from './findings.ts';
import { findHtmlEntity } from './html-entities.ts';
import {
  isPrivateKeyLabel,
  readPrivateKeyBlock,
  type PrivateKeyReading,
} from './keys/read-private-key.ts';
import { PEM_BLOCK_LIMIT, readPem } from './pem.ts';
import { repairPem } from './repair-pem.ts';
import type { Certificate, PemBlock, PemProblem } from './types.ts';
import { readUnframed } from './unframed-material.ts';

/** What belongs in the place that is looked at; `any` where nothing is promised. */
export type Expectation = 'certificate' | 'private-key' | 'any';

/** A finding in the making: the caller adds subject, `where`, source range and fixes. */
export interface MaterialProblem {
  readonly code: PkiFindingCode;
  readonly severity: Severity;
  /** In the inspected text. */
  readonly range: TextRange;
  /** Public text: never key material. */
  readonly params: Readonly<Record<string, string>>;
  /** Whether `repairPem` of the whole text mends this. */
  readonly repairable: boolean;
}

/** What one Secret value, ConfigMap value or file holds. `keys` are secret. */
export interface InspectedMaterial {
  readonly blocks: readonly PemBlock[];
  /** `block` is the index in `blocks`. */
  readonly certificates: readonly { readonly block: number; readonly certificate: Certificate }[];
  readonly keys: readonly { readonly block: number; readonly reading: PrivateKeyReading }[];
  readonly problems: readonly MaterialProblem[];
}

const certificateLabels = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);

/** Whether OpenSSL's `PEM_read_bio_X509_AUX` takes a block with this label. */
export function isCertificateLabel(label: string): boolean {
  return certificateLabels.has(label);
}

/**
 * Reads every PEM block of a text and says what is wrong with it for the place it stands in. Decodes
 * certificates and unencrypted keys; verifies nothing. Never throws.
 */
export function inspectMaterial(text: string, expects: Expectation): InspectedMaterial {
  const blocks = readPem(text);
  if (blocks.length === 0) {
    return { blocks, certificates: [], keys: [], problems: unframedProblems(text, expects) };
  }
  const lineOf = lineCounter(text);
  const mended = new Set(repairPem(text)?.repairs.map((repair) => repair.problem));
  const problems: MaterialProblem[] = [];
  const report: Report = (code, block, params = {}, severity = 'error') => {
    const repairable = block.problem !== undefined && mended.has(block.problem);
    const common = { label: block.label, line: String(lineOf(block.range.start)) };
    problems.push({
      code,
      severity,
      range: block.range,
      params: { ...common, ...params },
      repairable,
    });
  };
  const mark = byteOrderMarkLength(text);
  if (mark > 0) problems.push(byteOrderMark(mark));
  const certificates = blocks.flatMap((block, index) => readCertificate(block, index, report));
  const keys = blocks.flatMap((block, index) =>
    isPrivateKeyLabel(block.label) ? [{ block: index, reading: readPrivateKeyBlock(block) }] : [],
  );
  for (const block of blocks) reportDamage(text, block, report);
  reportPlace(blocks, expects, report);
  reportLimit(blocks, report);
  if (expects !== 'certificate') {
    for (const { block, reading } of keys) reportKey(blocks[block], reading, report);
  }
  return { blocks, certificates, keys, problems };
}

type Report = (
  code: PkiFindingCode,
  block: PemBlock,
  params?: Readonly<Record<string, string>>,
  severity?: Severity,
) => void;

function readCertificate(
  block: PemBlock,
  index: number,
  report: Report,
): { block: number; certificate: Certificate }[] {
  if (block.der === undefined || !isCertificateLabel(block.label)) return [];
  const decoded = decodeCertificate(block.der);
  if (decoded.ok) return [{ block: index, certificate: decoded.certificate }];
  const { problem, offset } = decoded;
  report('CERTIFICATE-UNREADABLE', block, { problem, offset: String(offset) });
  return [];
}

const damageCodes: Record<PemProblem, PkiFindingCode> = {
  'no-end-line': 'PEM-TRUNCATED',
  'bad-end-line': 'PEM-BAD-END-LINE',
  'bad-base64': 'PEM-BAD-BASE64',
  'html-escaped': 'PEM-HTML-ESCAPED',
  indented: 'PEM-INDENTED',
  'blank-line': 'PEM-BLANK-LINE',
  'escaped-newlines': 'PEM-ESCAPED-NEWLINES',
  'one-line': 'PEM-ONE-LINE',
};

function reportDamage(text: string, block: PemBlock, report: Report): void {
  if (block.problem === undefined) return;
  const body = text.slice(block.range.start, block.range.end);
  const entity = block.problem === 'html-escaped' ? findHtmlEntity(body) : null;
  report(damageCodes[block.problem], block, entity === null ? {} : { found: entity });
}

/** Go's readers look at the first block alone; nginx skips what it does not ask for. */
function reportPlace(blocks: readonly PemBlock[], expects: Expectation, report: Report): void {
  const [first] = blocks;
  if (first === undefined || expects === 'any') return;
  const key = blocks.find((block) => isPrivateKeyLabel(block.label));
  const certificate = blocks.find((block) => isCertificateLabel(block.label));
  if (expects === 'private-key') {
    if (key !== undefined) return;
    if (certificate !== undefined) report('PEM-CERTIFICATE-IN-KEY-PLACE', certificate);
    else report('PEM-UNEXPECTED-LABEL', first, { expected: 'PRIVATE KEY' });
    return;
  }
  if (key !== undefined) {
    if (certificate === undefined) report('PEM-KEY-IN-CERTIFICATE-PLACE', key);
    else report('PEM-KEY-BESIDE-CERTIFICATE', key, {}, 'warning');
  } else if (certificate === undefined) {
    report('PEM-UNEXPECTED-LABEL', first, { expected: 'CERTIFICATE' });
  } else if (first.label !== 'CERTIFICATE') {
    report('PEM-UNEXPECTED-LABEL', first, { expected: 'CERTIFICATE' }, 'warning');
  }
}

function reportLimit(blocks: readonly PemBlock[], report: Report): void {
  const last = blocks[PEM_BLOCK_LIMIT - 1];
  if (last !== undefined)
    report('PEM-TOO-MANY-BLOCKS', last, { limit: String(PEM_BLOCK_LIMIT) }, 'warning');
}

function reportKey(block: PemBlock | undefined, reading: PrivateKeyReading, report: Report): void {
  if (block === undefined || block.problem !== undefined) return;
  if (reading.state === 'encrypted') {
    if (reading.form === 'pkcs8') report('KEY-ENCRYPTED', block);
    else report('KEY-LEGACY-ENCRYPTION', block, { header: reading.detail });
  } else if (reading.state === 'removed') {
    report('KEY-REMOVED', block, {}, 'note');
  } else if (reading.state === 'unreadable') {
    const code = block.label === 'OPENSSH PRIVATE KEY' ? 'KEY-OPENSSH' : 'KEY-UNREADABLE';
    report(code, block, { problem: reading.problem });
  }
}

const unframedCodes = {
  'base64-of-pem': 'PEM-BASE64-OF-PEM',
  'bare-base64': 'PEM-BARE-BASE64',
  der: 'PEM-DER-INSTEAD',
} as const;

function unframedProblems(text: string, expects: Expectation): MaterialProblem[] {
  const range = { start: 0, end: text.length };
  const unframed = readUnframed(text);
  const problem = { severity: 'error', range, params: {} } as const;
  if (unframed !== null)
    return [{ ...problem, code: unframedCodes[unframed.form], repairable: true }];
  if (expects === 'any') return [];
  const code = text.trim() === '' ? 'PEM-EMPTY' : 'PEM-MISSING';
  return [{ ...problem, code, repairable: false }];
}

function byteOrderMark(length: number): MaterialProblem {
  const range = { start: 0, end: length };
  return { code: 'PEM-BYTE-ORDER-MARK', severity: 'warning', range, params: {}, repairable: true };
}

/** Line numbers, counted once through the text as positions rise. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let at = 0;
  return (position) => {
    if (position < at) {
      line = 1;
      at = 0;
    }
    for (let next = text.indexOf('\n', at); next !== -1 && next < position;) {
      line += 1;
      at = next + 1;
      next = text.indexOf('\n', at);
    }
    return line;
  };
}
