import { describe, expect, it } from 'vitest';
import { areaOf } from './check-areas.ts';
import { checkOf, checks, findChecks } from './list-checks.ts';
import { sourceParts } from './source-parts.ts';

describe('the pages of the checks', () => {
  it('has one page for every code, with an area and a source', () => {
    expect(checks.length).toBeGreaterThan(270);
    expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length);
    expect(checks.filter(({ area }) => area === 'Other')).toEqual([]);
    expect(checks.filter(({ source }) => source.trim() === '')).toEqual([]);
  });

  it('says everything in whole sentences without shouting, pleading or shrugging', () => {
    const sentences = checks.flatMap(({ code, what, why, fix }) =>
      [what, why, fix].map((text) => `${code}: ${text}`),
    );
    expect(sentences.filter((text) => !/[.]$/.test(text))).toEqual([]);
    expect(sentences.filter((text) => /!|please|error occurred/i.test(text))).toEqual([]);
  });

  it('gives no two checks the same heading, apart from the same thing on two roads', () => {
    const headings = checks.map(({ title }) => title);
    const twice = headings.filter((title, i) => headings.indexOf(title) !== i);
    expect(twice).toEqual(['An empty file']);
  });

  it('heads a page with a phrase, not a sentence', () => {
    expect(checks.filter(({ title }) => /[.]$/.test(title) || title.length > 72)).toEqual([]);
  });

  it('knows the area of codes that begin alike', () => {
    expect(
      ['TLS-KEY-MISSING', 'TLS-KEY-MISMATCH', 'WORKSPACE-GUIDE-URL', 'NEW'].map(areaOf),
    ).toEqual(['Secrets and ConfigMaps', 'Handshake', 'Guides', 'Other']);
  });

  it('finds a check by words of its code, area and text, in any order', () => {
    const codes = (query: string) => findChecks(query).map(({ code }) => code);
    expect(codes('grpc certificate')).toContain('NGF-CLIENT-CERTIFICATE-GRPC');
    expect(codes('envoy SKIP-verify')).toEqual(['EG-SKIP-VERIFY']);
    expect(codes('  ')).toHaveLength(checks.length);
    expect(codes('no such thing anywhere')).toEqual([]);
  });

  it('opens the page of a code', () => {
    expect(checkOf('POLICY-SECTION-IS-NUMBER')?.title).toBe('A port number in sectionName');
    expect(checkOf('NO-SUCH-CODE')).toBeUndefined();
  });
});

describe('sourceParts', () => {
  it('links the documents that have an address and keeps the rest', () => {
    expect(sourceParts('RFC 5280 §6.1; OpenSSL build_chain; GEP-1897 L213')).toEqual([
      { text: 'RFC 5280', href: 'https://www.rfc-editor.org/rfc/rfc5280' },
      { text: ' §6.1; OpenSSL build_chain; ' },
      { text: 'GEP-1897', href: 'https://gateway-api.sigs.k8s.io/geps/gep-1897/' },
      { text: ' L213' },
    ]);
    expect(sourceParts('kubectl apply')).toEqual([{ text: 'kubectl apply' }]);
  });
});
