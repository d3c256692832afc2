import { describe, expect, it } from 'vitest';
import { encodeDer, encodeOid } from '../../pki/der-write.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import { generalName, subjectAltName } from '../../pki/extensions/extension-builder.testing.ts';
import { leaf, now, root } from '../openssl/verify-openssl.testing.ts';
import { dnsNameMatch } from './dns-name-match.ts';
import { matchSans } from './match-sans.ts';
import type { SanMatcher } from './san-matcher.ts';
import { sanTexts } from './san-text.ts';
import { envoyVerifyDepth } from './verify-depth.ts';
import { verifyEnvoy, type EnvoyRequest } from './verify-envoy.ts';

describe('dnsNameMatch', () => {
  it.each([
    ['backend.example.com', 'Backend.Example.COM', true],
    ['backend.example.com', '*.example.com', true],
    ['a.backend.example.com', '*.example.com', false],
    ['example.com', '*.com', true],
    ['.example.com', '*.example.com', true],
    ['backend.example.com', 'back*.example.com', true],
    ['backend.example.com', '*end.example.com', true],
    ['backend.example.com', 'b*d.example.com', true],
    ['bd.example.com', 'b*d.example.com', true],
    ['b.example.com', 'b*b.example.com', false],
    ['backend.example.com', 'b**d.example.com', false],
    ['xn--backend.example.com', 'xn--*.example.com', false],
    ['foo.x.example.com', 'foo.*.example.com', false],
    ['backend', '*', false],
    ['*', '*', true],
    ['backend.example.com.', 'backend.example.com', false],
  ])('%s, certificate has %s: %s', (name, pattern, expected) => {
    expect(dnsNameMatch(name, pattern)).toBe(expected);
  });
});

const mapped = [...new Array<number>(10).fill(0), 255, 255, 10, 0, 0, 1].join(',');
const other = (...value: Uint8Array[]) =>
  encodeDer(0xa0, encodeOid('1.2.3'), encodeDer(0xa0, ...value));
const various = leaf('root', {
  extensions: [
    {
      oid: extensionOids.subjectAltName,
      value: encodeDer(
        0x30,
        generalName(['dns', 'Backend.example.com']),
        generalName(['uri', 'spiffe://cluster.local/ns/a/sa/B']),
        generalName(['email', 'a@example.com']),
        generalName(['ip', '10,0,0,1']),
        generalName(['ip', mapped]),
        generalName(['rid', '1.2.3']),
        other(encodeDer(0x0c, new TextEncoder().encode('user'))),
        other(encodeDer(0x02, Uint8Array.of(0x01, 0x00))),
        other(encodeDer(0x01, Uint8Array.of(0xff))),
        other(encodeOid('1.2.840')),
      ),
    },
  ],
});

describe('alternative names as Envoy writes them', () => {
  it('are text for what it knows and empty for the rest', () => {
    expect(sanTexts(various)).toEqual([
      'Backend.example.com',
      'spiffe://cluster.local/ns/a/sa/B',
      'a@example.com',
      '10.0.0.1',
      '::ffff:10.0.0.1',
      '',
      'user',
      '256',
      'true',
      '1.2.840',
    ]);
  });

  it.each<[san: SanMatcher['san'], match: SanMatcher['match'], value: string, expected: boolean]>([
    ['dns', 'exact', 'backend.EXAMPLE.com', true],
    ['dns', 'prefix', 'backend', false],
    ['dns', 'prefix', 'Backend', true],
    ['dns', 'suffix', '.example.com', true],
    ['dns', 'contains', 'end.ex', true],
    ['dns', 'regex', 'Backend\\..*', true],
    ['dns', 'regex', 'Backend', false],
    ['dns', 'regex', '(', false],
    ['uri', 'exact', 'spiffe://cluster.local/ns/a/sa/B', true],
    ['uri', 'exact', 'spiffe://cluster.local/ns/a/sa/b', false],
    ['email', 'exact', 'a@example.com', true],
    ['ip', 'exact', '10.0.0.1', true],
    ['dns', 'exact', '10.0.0.1', false],
  ])('%s %s %s: %s', (san, match, value, expected) => {
    expect(matchSans(various, [{ san, match, value }]) !== null).toBe(expected);
  });

  it('are compared without regard to case where the matcher says so', () => {
    const matcher = { san: 'uri', match: 'suffix', value: '/SA/b', ignoreCase: true } as const;
    expect(matchSans(various, [matcher])?.san.value).toBe('spiffe://cluster.local/ns/a/sa/B');
  });
});

describe('max_verify_depth', () => {
  it.each([
    [undefined, 100],
    [0, 0],
    [1, 0],
    [3, 2],
  ])('%s is depth %i in BoringSSL', (max, expected) =>
    expect(envoyVerifyDepth(max)).toBe(expected),
  );
});

describe('the verdict of Envoy', () => {
  const end = leaf('root', {
    extensions: [subjectAltName(['dns', 'a.example.com'], ['ip', '10,0,0,1'])],
  });
  const wrong: SanMatcher = { san: 'dns', match: 'exact', value: 'b.example.com' };
  const right: SanMatcher = { san: 'dns', match: 'exact', value: 'a.example.com' };
  const base: EnvoyRequest = {
    peerChain: [end],
    purpose: 'server',
    depth: 100,
    at: now,
    checkSignature: () => Promise.resolve('valid'),
    sanMatchers: [wrong, right],
  };
  const ask = (options: Partial<EnvoyRequest> = {}) =>
    verifyEnvoy({ ...base, anchors: [root()], ...options });
  const queue = '|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED';

  it('accepts a name that any matcher fits, and says which', async () => {
    const { ok, names, match, detail, failureReason } = await ask();
    expect([ok, names, detail, failureReason]).toEqual([true, 'matched', null, null]);
    expect([match?.matcher, match?.san.value]).toEqual([right, 'a.example.com']);
  });

  it('accepts any name when nothing is asked of it', async () => {
    const { ok, names } = await ask({ sanMatchers: [] });
    expect([ok, names]).toEqual([true, 'not-checked']);
  });

  it('refuses a name that none fits', async () => {
    const detail =
      'verify cert failed: SAN matcher, certificate SANs are [a.example.com, 10.0.0.1]';
    expect(await ask({ sanMatchers: [wrong] })).toMatchObject({
      ok: false,
      names: 'not-matched',
      detail,
      alert: { number: 46, name: 'certificate_unknown' },
      failureReason: `TLS_error:${queue}:${detail}:TLS_error_end`,
    });
  });

  it('refuses the chain first, at its first error', async () => {
    const detail =
      'verify cert failed: X509_verify_cert: certificate verification error at depth 0: unable to get local issuer certificate';
    expect(await ask({ anchors: [root('other')], sanMatchers: [wrong] })).toMatchObject({
      ok: false,
      names: 'not-checked',
      detail,
      alert: { number: 48, name: 'unknown_ca' },
    });
  });

  it('takes the SNI instead of the matchers, when there is one', async () => {
    const { detail } = await ask({ autoSniSan: true, sni: 'b.example.com' });
    expect(detail).toContain('SAN matcher');
    expect((await ask({ autoSniSan: true, sni: 'a.example.com', sanMatchers: [wrong] })).ok).toBe(
      true,
    );
    expect((await ask({ autoSniSan: true })).ok).toBe(true);
  });

  it('takes a filter’s list instead of both, any kind of name by its text', async () => {
    expect((await ask({ sanListOverride: ['10.0.0.1'], sanMatchers: [wrong] })).ok).toBe(true);
    const { detail } = await ask({ sanListOverride: ['b.example.com', 'c.example.com'] });
    expect(detail).toBe(
      'verify cert failed: verify SAN list, expected SANs: [b.example.com, c.example.com], certificate SANs: [a.example.com, 10.0.0.1]',
    );
  });

  it('is not about the chain without a trusted CA, nor when untrusted ones are accepted', async () => {
    expect(await verifyEnvoy(base)).toMatchObject({ ok: true, chain: null, names: 'matched' });
    const lenient = { anchors: [root('other')], acceptUntrusted: true };
    expect(await ask(lenient)).toMatchObject({ ok: true, detail: null });
    expect(await ask({ ...lenient, anchors: [root()], sanMatchers: [wrong] })).toMatchObject({
      ok: true,
      names: 'not-matched',
    });
  });

  it('is a decoding error for a certificate that does not load', async () => {
    expect(await ask({ peerChain: [end, leaf('root', { version: 4 })] })).toMatchObject({
      ok: false,
      detail: null,
      alert: { number: 50, name: 'decode_error' },
      failureReason:
        'TLS_error:|268435593:SSL routines:OPENSSL_internal:DECODE_ERROR:TLS_error_end',
      queue: [
        '184549516:X.509 certificate routines:OPENSSL_internal:INVALID_VERSION',
        '268435593:SSL routines:OPENSSL_internal:DECODE_ERROR',
      ],
    });
  });

  it('is no acceptance while a signature could not be checked', async () => {
    const checkSignature = () => Promise.resolve('unsupported' as const);
    expect(await ask({ checkSignature })).toMatchObject({ ok: false, detail: null });
  });
});
