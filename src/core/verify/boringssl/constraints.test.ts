import { describe, expect, it } from 'vitest';
import { encodeDer } from '../../pki/der-write.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import {
  generalName,
  nameConstraints,
  subjectAltName,
  type TestGeneralName,
} from '../../pki/extensions/extension-builder.testing.ts';
import { eventList, leaf, root } from '../openssl/verify-openssl.testing.ts';
import { looksLikeDnsName } from './looks-like-dns-name.ts';
import { matchDnsConstraint } from './match-dns-constraint.ts';
import { matchEmailConstraint } from './match-email-constraint.ts';
import { matchUriConstraint } from './match-uri-constraint.ts';
import { verify } from './verify-boringssl.testing.ts';

describe('a DNS name against a subtree, as BoringSSL compares them', () => {
  it.each([
    ['a.example.com', '', 'permitted', 0],
    ['a.example.com', 'example.com', 'permitted', 0],
    ['A.Example.com.', 'example.COM', 'permitted', 0],
    ['example.com', 'example.com.', 'permitted', 0],
    ['badexample.com', 'example.com', 'permitted', 47],
    ['a.example.com', '.example.com', 'permitted', 0],
    ['example.com', '.example.com', 'permitted', 47],
    ['com', 'example.com', 'permitted', 47],
    ['*.bar.com', 'foo.bar.com', 'permitted', 47],
    ['*.bar.com', 'foo.bar.com', 'excluded', 0],
    ['*.bar.com', 'a.foo.bar.com', 'excluded', 47],
    ['*.com', 'com', 'excluded', 0],
  ] as const)('%s in %s (%s): %i', (name, base, list, expected) => {
    expect(matchDnsConstraint(name, base, list)).toBe(expected);
  });
});

describe('a mailbox against a subtree', () => {
  const rules = { foldLocalPart: false, release: '20260413' } as const;
  it.each([
    ['a@example.com', 'example.com', 0],
    ['a@Example.COM', 'example.com', 0],
    ['a@b.example.com', 'example.com', 47],
    ['a@b.example.com', '.example.com', 0],
    ['a@example.com', '.example.com', 47],
    ['a@example.com', 'a@example.com', 0],
    ['A@example.com', 'a@example.com', 47],
    ['a@b@example.com', 'example.com', 53],
    ['"a"@example.com', 'example.com', 53],
    ['@example.com', 'example.com', 53],
    ['a', 'example.com', 53],
    ['a@example.com', 'exa_mple.com', 53],
    ['a@example.com', 'a@b@example.com', 53],
    ['a@example.com', '', 53],
    ['a@example.com', '@example.com', 0],
  ])('%s in %s: %i', (name, base, expected) => {
    expect(matchEmailConstraint(name, base, rules)).toBe(expected);
  });

  it('folds the local part where it is asked to, and refuses a lone at sign since August 2026', () => {
    const folded = { ...rules, foldLocalPart: true };
    const later = { ...rules, release: '20260821' } as const;
    expect(matchEmailConstraint('A@example.com', 'a@example.com', folded)).toBe(0);
    expect(matchEmailConstraint('a@example.com', '@example.com', later)).toBe(53);
  });
});

describe('a URI against a subtree, before and since August 2026', () => {
  it.each([
    ['https://a.example.com/x', 'a.example.com', 0, 0],
    ['https://A.example.com:443/x', 'a.EXAMPLE.com', 0, 0],
    ['https://a.example.com', '.example.com', 0, 0],
    ['https://a.example.com', 'example.com', 47, 47],
    ['https://a.example.com./', 'a.example.com', 47, 0],
    ['spiffe://cluster.local/ns/a', 'cluster.local', 0, 0],
    ['mailto:a@example.com', 'example.com', 53, 53],
    ['https:///x', 'example.com', 53, 53],
    ['https://user@a.example.com/', '.example.com', 0, 53],
    ['https://10.0.0.1/', '10.0.0.1', 0, 53],
    ['https://a.example.com/', '10.0.0.1', 47, 52],
    ['https://a.example.com/', '', 47, 52],
    ['https://a.example.com?x', 'a.example.com', 47, 0],
  ] as const)('%s in %s: %i and %i', (name, base, before, since) => {
    expect(matchUriConstraint(name, base, '20260413')).toBe(before);
    expect(matchUriConstraint(name, base, '20260821')).toBe(since);
  });
});

describe('a common name that is taken for a host name', () => {
  it.each([
    ['backend.example.com', true],
    ['backend', true],
    ['*.example.com', true],
    ['backend.example.com.', true],
    ['under_score.example.com', true],
    ['127.0.0.1:8443', true],
    ['Root CA', false],
    ['-a.example.com', false],
    ['a..example.com', false],
    ['*', false],
    ['', false],
  ])('%j: %s', (name, expected) => expect(looksLikeDnsName(name)).toBe(expected));
});

describe('name constraints in a chain', () => {
  const dns = generalName(['dns', 'example.com']);
  const minimum = {
    oid: extensionOids.nameConstraints,
    value: encodeDer(
      0x30,
      encodeDer(0xa0, encodeDer(0x30, dns, encodeDer(0x80, Uint8Array.of(0)))),
    ),
  };
  const address = generalName(['ip', '10,0,0,0,255,0,0,0']);
  const names = (...list: readonly TestGeneralName[]) => [subjectAltName(...list)];
  it.each([
    ['permit', nameConstraints([dns]), names(['dns', 'a.example.com']), '-'],
    ['do not permit', nameConstraints([dns]), names(['dns', 'a.example.org']), '47@0'],
    ['exclude', nameConstraints([], [dns]), names(['dns', '*.example.com']), '48@0'],
    ['do not know addresses', nameConstraints([address]), names(['ip', '10,0,0,1']), '51@0'],
    ['do not mind addresses elsewhere', nameConstraints([address]), names(['dns', 'a.org']), '-'],
    ['may not have a minimum, not even zero', minimum, names(['dns', 'a.example.com']), '49@0'],
  ])('%s', async (_what, constraints, extensions, expected) => {
    const ca = root('root', { extensions: [constraints] });
    expect(eventList(await verify([leaf('root', { extensions })], [ca]))).toBe(expected);
  });

  it.each([
    [undefined, '67@-1'],
    ['20260413', '67@-1'],
    ['20260821', '67@0'],
  ] as const)('ask for alternative names; release %s says so at %s', async (release, expected) => {
    const ca = root('root', { extensions: [nameConstraints([dns])] });
    const bare = leaf('root', { subject: 'backend.example.com', extensions: [] });
    const options = release ? { release } : {};
    expect(eventList(await verify([bare], [ca], options))).toBe(expected);
  });
});
