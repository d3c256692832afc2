import { describe, expect, it } from 'vitest';
import { handshakeWording } from './findings.ts';

const full = new Proxy<Record<string, string>>({}, { get: (_target, name) => `‹${String(name)}›` });
const rows = Object.entries(handshakeWording);

describe('the wording of handshake findings', () => {
  it.each(rows)('%s reads as sentences with and without the optional parts', (_code, wording) => {
    for (const params of [full, {}]) {
      const texts = [wording.title(params), wording.detail(params), wording.action(params)];
      for (const text of texts) {
        expect(text).not.toMatch(/undefined|[!]|please|invalid| {2}|^\s|\s$/i);
        expect(text.length).toBeGreaterThan(10);
      }
      expect(wording.title(params)).not.toMatch(/\.$/);
      expect(wording.action(params)).toMatch(/\.$/);
    }
    expect(wording.source).not.toBe('');
  });

  it.each(rows)('%s says what to do with a verb first', (_code, wording) => {
    expect(wording.action(full)).toMatch(
      /^(?:Put|Append|Add|Issue|Replace|Wait|Renew|Set|Point|Allow|Repair) /,
    );
  });

  it('names the certificate that fits and its place when the workspace holds it', () => {
    const params = { object: 'ConfigMap backend-cert', found: 'Root', foundIn: 'root.pem' };
    expect(handshakeWording['TLS-CA-DID-NOT-ISSUE'].action(params)).toBe(
      'Put Root from root.pem into ConfigMap backend-cert: its key verifies the signature.',
    );
  });

  it('names both ways when nothing in the workspace fits', () => {
    const params = { object: 'ConfigMap backend-cert', issuer: 'Inner CA', trusted: 'Root' };
    expect(handshakeWording['TLS-CA-DID-NOT-ISSUE'].action(params)).toBe(
      'Put the CA certificate of Inner CA into ConfigMap backend-cert, or have Root issue the server certificate.',
    );
  });
});
