import type { TextRange } from '../model/index.ts';
import { decodeBase64 } from './base64.ts';
import { byteOrderMarkLength } from './byte-order-mark.ts';
import { DerReader } from './der/der-reader.ts';
import { encodePem } from './encode-pem.ts';
import { unescapeHtml } from './html-entities.ts';
import { ESCAPED_NEWLINE, readPem } from './pem.ts';
import type { PemBlock, PemProblem } from './types.ts';
import { readUnframed, type UnframedMaterial } from './unframed-material.ts';

/** One replacement in the given text; repairs are in text order and never overlap. */
export interface PemRepair {
  readonly problem: PemProblem | 'byte-order-mark' | UnframedMaterial['form'];
  readonly range: TextRange;
  readonly text: string;
}

/** The text with every repair applied. */
export interface RepairedPem {
  readonly text: string;
  readonly repairs: readonly PemRepair[];
}

/**
 * Repairs what can be repaired without guessing: escaped characters, indentation, missing line ends, a
 * missing END line, stray characters, a byte order mark, base64 of PEM, DER. A block is rewritten only when its
 * cleaned base64 is exactly one DER element, so no byte is ever invented; cut blocks stay as they are.
 * The result can hold private keys when the input does.
 *
 * @returns null when nothing is wrong or nothing can be repaired
 */
export function repairPem(text: string): RepairedPem | null {
  const unframed = readUnframed(text);
  if (unframed !== null) {
    const range = { start: 0, end: text.length };
    return { text: unframed.pem, repairs: [{ problem: unframed.form, range, text: unframed.pem }] };
  }
  const blocks = readPem(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const repairs = blocks.flatMap((block) => repairBlock(text, block, newline) ?? []);
  const mark = byteOrderMarkLength(text);
  if (mark > 0 && blocks.length > 0) {
    repairs.unshift({ problem: 'byte-order-mark', range: { start: 0, end: mark }, text: '' });
  }
  return repairs.length === 0 ? null : { text: applyRepairs(text, repairs), repairs };
}

function applyRepairs(text: string, repairs: readonly PemRepair[]): string {
  let result = '';
  let from = 0;
  for (const repair of repairs) {
    result += text.slice(from, repair.range.start) + repair.text;
    from = repair.range.end;
  }
  return result + text.slice(from);
}

function repairBlock(text: string, block: PemBlock, newline: string): PemRepair | null {
  if (block.problem === undefined || block.headers.length > 0) return null;
  const { start, end } = block.range;
  const body = text
    .slice(start, end)
    .replace(/^-----BEGIN [^-]*-----/, '')
    .replace(/-----END [^-]*-----$/, '');
  const der = soleElement(cleanBase64(body));
  if (der === null) return null;
  const range = { start: lineStartBefore(text, start), end };
  const atLineStart = range.start === byteOrderMarkLength(text) || text[range.start - 1] === '\n';
  const before = atLineStart ? '' : newline;
  const rest = text.slice(end);
  const after = /^[^\S\n]*(?:\n|$|-----BEGIN )/.test(rest) ? '' : newline;
  const pem = encodePem(block.label, der).trimEnd().replaceAll('\n', newline);
  return { problem: block.problem, range, text: before + pem + after };
}

/** Blanks before a BEGIN line belong to the damage; other text stays and gets a line end behind it. */
function lineStartBefore(text: string, start: number): number {
  const first = byteOrderMarkLength(text);
  let at = start;
  while (at > first && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at === first || text[at - 1] === '\n' ? at : start;
}

/** Undoes escapes, then drops everything that base64 does not have, and pads anew. */
function cleanBase64(body: string): string {
  const escaped = new RegExp(ESCAPED_NEWLINE.source, 'g');
  const plain = unescapeHtml(body)
    .replace(escaped, '')
    .replace(/[^A-Za-z0-9+/]/g, '');
  return plain + '='.repeat((4 - (plain.length % 4)) % 4);
}

function soleElement(base64: string): Uint8Array | null {
  const der = decodeBase64(base64);
  if (der === null || der.length < 2) return null;
  return DerReader.over(der).next()?.end === der.length ? der : null;
}
