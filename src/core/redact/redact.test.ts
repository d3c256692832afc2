import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../manifest/index.ts';
import { containsPrivateKey, redactFile, withStandIns } from './index.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const sec1 = privateKey.export({ type: 'sec1', format: 'pem' }).toString();
const der = privateKey.export({ type: 'pkcs8', format: 'der' });
const locked = privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
  .toString();
const certificate = `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(16)}\n-----END CERTIFICATE-----\n`;

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const wrapped = (text: string | Buffer, width: number, indent = '    ') =>
  (base64(text).match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? []).join(`\n${indent}`);
const block = (pem: string) => pem.trimEnd().replaceAll('\n', '\n    ');

/** Stretches of the key's own base64 that must not survive, in any of its writings. */
const traces = [pkcs8, sec1, locked].flatMap((pem) =>
  pem.split('\n').filter((line) => line.length >= 40 && !line.startsWith('-')),
);
const traceOf = (text: string) => traces.find((line) => text.includes(line));
const unwrapAll = (text: string): string =>
  [text, ...(text.match(/[A-Za-z0-9+/=]{24,}/g) ?? []).map((run) => atobSafe(run))].join('\n');
const atobSafe = (run: string) => Buffer.from(run, 'base64').toString('latin1');

const secret = (fields: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s # kept\ntype: Opaque\n${fields}\n`;

const places: Readonly<Record<string, string>> = {
  'base64 of PEM': `data:\n  tls.key: ${base64(pkcs8)}`,
  'base64 of a bundle': `data:\n  all.pem: ${base64(certificate + pkcs8)}`,
  'base64 of DER': `data:\n  key.der: ${base64(der)}`,
  'base64 of base64': `data:\n  tls.key: ${base64(base64(pkcs8))}`,
  'wrapped base64': `data:\n  tls.key: |\n    ${wrapped(pkcs8, 64)}`,
  'base64 in short lines': `data:\n  tls.key: |\n    ${wrapped(pkcs8, 24)}`,
  'wrapped base64 of DER': `data:\n  tls.key: >-\n    ${wrapped(der, 40)}`,
  'quoted base64': `data: {"tls.key": "${base64(sec1)}"}`,
  'a block of PEM': `stringData:\n  tls.key: |\n    ${block(pkcs8)}`,
  'a bundle as a block': `stringData:\n  all.pem: |\n    ${block(certificate + sec1)}`,
  'PEM in quotes': `stringData:\n  tls.key: "${pkcs8.replaceAll('\n', '\\n')}"`,
  'PEM hidden by escapes': `stringData:\n  tls.key: "${pkcs8.replaceAll('\n', '\\n').replace('BEGIN', '\\x42EGIN')}"`,
  'an encrypted key': `stringData:\n  tls.key: |\n    ${block(locked)}`,
  'a comment': `data: {}\n# ${base64(pkcs8)}`,
  'an annotation': `data: {}\nx:\n- "${pkcs8.replaceAll('\n', '\\n')}"`,
  'no YAML at all': `data: [\n${pkcs8}`,
};

const redacted = (text: string) => redactFile({ id: 'f', path: 'a.yaml', text });
const dataOf = (text: string) =>
  parseFile({ id: 'f', path: 'a.yaml', text }, { defaultNamespace: '' }).objects[0]?.value;

describe('a file on its way to storage', () => {
  it.each(Object.entries(places))('loses a key that stands as %s', (_, fields) => {
    const text = secret(fields);
    const { text: kept, removed } = redacted(text);
    expect(removed).toBe(1);
    expect(containsPrivateKey(kept)).toBe(false);
    expect(traceOf(kept) ?? traceOf(unwrapAll(kept)) ?? traceOf(unwrapAll(unwrapAll(kept)))).toBe(
      undefined,
    );
    expect(kept).toContain('name: s # kept');
    expect(redacted(kept)).toEqual({ text: kept, removed: 0 });
  });

  it.each(['base64 of a bundle', 'a bundle as a block'])('keeps the certificate of %s', (place) => {
    const value = JSON.stringify(dataOf(redacted(secret(places[place] ?? '')).text));
    expect(unwrapAll(value.replaceAll('\\n', '\n'))).toContain('MIIB'.repeat(16));
  });

  it('keeps the value a string of the same encoding', () => {
    const value = dataOf(redacted(secret(places['base64 of PEM'] ?? '')).text);
    expect(JSON.stringify(value?.data)).toMatch(/^\{"tls\.key":"[A-Za-z0-9+/]+={0,2}"\}$/);
  });

  it('keeps every byte of a file without keys', () => {
    const text = `\uFEFF${secret(`data:\r\n  ca.crt: ${base64(certificate)}`)}`;
    expect(redacted(text)).toEqual({ text, removed: 0 });
  });

  it('leaves no key behind, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(pkcs8, sec1, locked, pkcs8.replaceAll('\n', '\r\n')),
        fc.string(),
        fc.nat(3),
        (before, key, after, depth) => {
          const text = `${before}\n${key}${after}`;
          let coded = text;
          for (let level = 0; level < depth; level += 1) coded = base64(coded);
          let kept = withStandIns(coded);
          for (let level = 0; level < depth; level += 1) kept = atobSafe(kept);
          expect(traceOf(kept.replaceAll('\r', ''))).toBe(undefined);
        },
      ),
    );
  });
});
