import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCertificate, type TestName } from '../pki/certificate-builder.testing.ts';
import { encodeDer } from '../pki/der-write.ts';
import {
  subjectAltName,
  type TestGeneralName,
} from '../pki/extensions/extension-builder.testing.ts';
import type { Certificate } from '../pki/types.ts';
import { checkHost } from './check-host.ts';

function certificate(subject: TestName, ...names: readonly TestGeneralName[]): Certificate {
  return testCertificate({
    subject,
    extensions: names.length > 0 ? [subjectAltName(...names)] : [],
  });
}

describe('checkHost', () => {
  it('tells which dNSName matched', () => {
    const check = checkHost(certificate([], ['dns', 'a.test'], ['dns', '*.b.test']), 'x.b.test');
    expect(check).toEqual({
      name: 'x.b.test',
      matches: true,
      matchedBy: { kind: 'dns-san', value: '*.b.test' },
      compared: [
        { kind: 'dns-san', value: 'a.test' },
        { kind: 'dns-san', value: '*.b.test' },
      ],
    });
  });

  it('ignores the common name as soon as there is a dNSName, whatever it says', () => {
    expect(checkHost(certificate([['CN', 'a.test']], ['dns', 'b.test']), 'a.test')).toMatchObject({
      matches: false,
      compared: [{ kind: 'dns-san', value: 'b.test' }],
    });
  });

  it.each<[string, readonly TestGeneralName[]]>([
    ['no alternative names', []],
    ['only an address', [['ip', '10,0,0,1']]],
    ['only a URI', [['uri', 'spiffe://a.test']]],
    ['only an email address', [['email', 'x@b.test']]],
  ])('falls back to the common name with %s', (_, names) => {
    const check = checkHost(certificate([['CN', 'a.test']], ...names), 'a.test');
    expect(check.matchedBy).toEqual({ kind: 'common-name', value: 'a.test' });
  });

  it('compares every common name', () => {
    const check = checkHost(
      certificate([
        ['CN', 'x'],
        ['CN', 'a.test'],
      ]),
      'a.test',
    );
    expect(check.matchedBy?.value).toBe('a.test');
  });

  it('never looks at iPAddress entries', () => {
    expect(checkHost(certificate([], ['ip', '10,0,0,1']), '10.0.0.1').matches).toBe(false);
  });

  it('takes a repeated alternative-name extension as absent', () => {
    const twice = testCertificate({
      subject: 'a.test',
      extensions: [subjectAltName(['dns', 'b.test']), subjectAltName(['dns', 'c.test'])],
    });
    expect(checkHost(twice, 'b.test').matches).toBe(false);
    expect(checkHost(twice, 'a.test').matchedBy?.kind).toBe('common-name');
  });

  it('takes a broken alternative-name extension as absent', () => {
    const broken = testCertificate({
      subject: 'a.test',
      extensions: [{ oid: '2.5.29.17', value: encodeDer(0x30, encodeDer(0x83)) }],
    });
    expect(checkHost(broken, 'a.test').matches).toBe(true);
  });

  it('lets an empty dNSName block the common name, and match nothing', () => {
    expect(checkHost(certificate([['CN', 'a.test']], ['dns', '']), 'a.test').matches).toBe(false);
  });

  it('compares a common name by its UTF-8 octets', () => {
    expect(checkHost(certificate([['CN', 'bücher.test']]), 'bücher.test').matches).toBe(true);
    expect(checkHost(certificate([['CN', 'bücher.test']]), 'xn--bcher-kva.test').matches).toBe(
      false,
    );
  });

  it.each([
    ['an empty name', ''],
    ['a name with a NUL inside', 'a.test\0.evil'],
    ['a lone NUL', '\0'],
  ])('matches nothing to %s', (_, name) => {
    expect(checkHost(certificate([['CN', name]], ['dns', 'a.test']), name).matches).toBe(false);
  });

  it('tolerates one NUL at the end', () => {
    expect(checkHost(certificate([], ['dns', 'a.test']), 'a.test\0').matches).toBe(true);
  });
});

const label = fc.stringMatching(/^[a-zA-Z0-9*_-]{0,6}$/);
const hostLike = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const name = fc.oneof(hostLike, fc.string({ maxLength: 20 }));

describe('checkHost, for any names', () => {
  it('answers without throwing, and what matched was compared', () => {
    fc.assert(
      fc.property(fc.array(hostLike, { maxLength: 3 }), hostLike, name, (dns, cn, host) => {
        const names = dns.map((value): TestGeneralName => ['dns', value]);
        const check = checkHost(certificate([['CN', cn]], ...names), host);
        if (check.matchedBy) expect(check.compared).toContainEqual(check.matchedBy);
        expect(check.matches).toBe(check.matchedBy !== undefined);
        if (dns.length > 0)
          expect(check.compared.every(({ kind }) => kind === 'dns-san')).toBe(true);
      }),
    );
  });

  it('does not depend on ASCII case', () => {
    fc.assert(
      fc.property(hostLike, hostLike, (pattern, host) => {
        const asIs = checkHost(certificate([], ['dns', pattern]), host).matches;
        const upper = checkHost(
          certificate([], ['dns', pattern.toUpperCase()]),
          host.toLowerCase(),
        );
        expect(upper.matches).toBe(asIs);
      }),
    );
  });

  it('a wildcard never covers a dot', () => {
    fc.assert(
      fc.property(hostLike, (covered) => {
        const { matches } = checkHost(certificate([], ['dns', '*.a.test']), `${covered}.a.test`);
        if (covered.includes('.')) expect(matches).toBe(false);
      }),
    );
  });
});

describe('checkHost beside the OpenSSL inside Node', () => {
  const part = fc.constantFrom(
    'a',
    'b',
    '*',
    'a*',
    '*b',
    'x-',
    '-x',
    'xn--a',
    'XN--*',
    'a_b',
    '',
    '.',
    'A',
  );
  const dotted = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));

  it('gives the same answer for any names', () => {
    fc.assert(
      fc.property(fc.array(dotted, { maxLength: 2 }), dotted, dotted, (dns, cn, host) => {
        fc.pre(host !== '' && cn !== '');
        const names = dns.map((value): TestGeneralName => ['dns', value]);
        const ours = certificate([['CN', cn]], ...names);
        const node = new X509Certificate(ours.der).checkHost(host, { subject: 'default' });
        expect(checkHost(ours, host).matches).toBe(node !== undefined);
      }),
      { numRuns: 600 },
    );
  });
});
