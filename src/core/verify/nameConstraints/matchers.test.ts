import { describe, expect, it } from 'vitest';
import { testCertificate } from '../../pki/certificate-builder.testing.ts';
import { encodeDer } from '../../pki/der-write.ts';
import { commonNameAsDns } from './common-name-as-dns.ts';
import { matchDirectoryName } from './match-directory-name.ts';
import { matchDnsName } from './match-dns-name.ts';
import { matchEmail } from './match-email.ts';
import { matchIpAddress } from './match-ip-address.ts';
import { matchSmtpUtf8Mailbox } from './match-smtp-utf8-mailbox.ts';
import { matchUri } from './match-uri.ts';

describe('matchDnsName', () => {
  it.each([
    ['a.example.com', 'example.com', 0],
    ['example.com', 'example.com', 0],
    ['EXAMPLE.com', 'example.COM', 0],
    ['aexample.com', 'example.com', 47],
    ['com', 'example.com', 47],
    ['a.example.com', '.example.com', 0],
    ['example.com', '.example.com', 47],
    ['*.example.com', 'example.com', 0],
    ['*.example.com', 'secure-app.example.com', 47],
    ['anything', '', 0],
    ['example.com.', 'example.com', 47],
  ])('%s in %s: %i', (name, base, expected) => {
    expect(matchDnsName(name, base)).toBe(expected);
  });
});

describe('matchEmail', () => {
  it.each([
    ['user@example.com', 'example.com', 0],
    ['user@EXAMPLE.com', 'example.com', 0],
    ['user@a.example.com', 'example.com', 47],
    ['user@a.example.com', '.example.com', 0],
    ['user@example.com', '.example.com', 47],
    ['user@example.com', 'user@example.com', 0],
    ['User@example.com', 'user@example.com', 47],
    ['user@example.com', '@example.com', 0],
    ['"a@b"@example.com', 'example.com', 0],
    ['no-at-sign', 'example.com', 53],
    ['a\0b@example.com', 'a\0b@example.com', 53],
  ])('%j in %j: %i', (name, base, expected) => {
    expect(matchEmail(name, base)).toBe(expected);
  });
});

describe('matchUri', () => {
  it.each([
    ['https://a.example.com/x', 'a.example.com', 0, 0],
    ['https://a.example.com:8443/x', 'a.example.com', 0, 0],
    ['https://a.example.com', '.example.com', 0, 0],
    ['https://example.com', '.example.com', 47, 47],
    ['https://b.example.com/', 'a.example.com', 47, 47],
    ['https://user@a.example.com/', 'a.example.com', 0, 47],
    ['https://[2001:db8::1]/', '2001:db8::1', 0, 47],
    ['spiffe://cluster.local/ns/a', 'cluster.local', 0, 0],
    ['urn:uuid:1', 'example.com', 53, 53],
    ['example.com', 'example.com', 53, 53],
    ['https:///path', 'example.com', 53, 53],
  ])('%s in %s: %i now, %i up to 3.1', (name, base, now, before) => {
    expect(matchUri(name, base, '3.5')).toBe(now);
    expect(matchUri(name, base, '3.0')).toBe(before);
  });
});

describe('matchIpAddress', () => {
  const octets = (text: string) => Uint8Array.from(text.split(',').map(Number));

  it.each([
    ['10,1,2,3', '10,0,0,0,255,0,0,0', 0],
    ['11,1,2,3', '10,0,0,0,255,0,0,0', 47],
    ['10,1,2,3', '10,9,9,9,255,0,0,0', 0],
    ['10,1,2,3', '0,0,0,0,0,0,0,0', 0],
    ['10,1,2,3', `${'0,'.repeat(31)}0`, 47],
    ['1,2,3', '10,0,0,0,255,0,0,0', 53],
    ['10,1,2,3', '10,0,0,0', 53],
  ])('%s in %s: %i', (address, base, expected) => {
    expect(matchIpAddress(octets(address), octets(base))).toBe(expected);
  });
});

describe('matchDirectoryName', () => {
  const name = (...rdns: readonly (readonly [string, string])[]) =>
    testCertificate({ subject: rdns }).subject;

  it.each([
    ['the same name', name(['O', 'Lab'], ['CN', 'a']), 0],
    ['a shorter one', name(['O', 'lab ']), 0],
    ['no name', name(), 0],
    ['a longer one', name(['O', 'Lab'], ['CN', 'a'], ['CN', 'b']), 47],
    ['another', name(['O', 'Other']), 47],
    ['a part from the middle', name(['CN', 'a']), 47],
  ])('O=Lab, CN=a in %s: %i', (_, base, expected) => {
    expect(matchDirectoryName(name(['O', 'Lab'], ['CN', 'a']), base)).toBe(expected);
  });
});

describe('matchSmtpUtf8Mailbox', () => {
  const mailbox = (text: string, tag = 0x0c) => encodeDer(tag, new TextEncoder().encode(text));

  it.each([
    ['its host', mailbox('ü@example.com'), 'example.com', 0],
    ['a host in U-labels, base in A-labels', mailbox('ü@bücher.test'), 'xn--bcher-kva.test', 0],
    ['hosts below, base in A-labels', mailbox('ü@a.bücher.test'), '.xn--bcher-kva.test', 0],
    ['another host', mailbox('ü@example.com'), 'example.org', 47],
    ['no mailbox', mailbox('example.com'), 'example.com', 53],
    ['another string type', mailbox('u@example.com', 0x16), 'example.com', 53],
    ['a base with a NUL', mailbox('u@example.com'), 'a\0', 53],
  ])('%s', (_, value, base, expected) => {
    expect(matchSmtpUtf8Mailbox(value, base)).toBe(expected);
  });
});

describe('commonNameAsDns', () => {
  const cn = (value: string) => {
    const [attribute] = testCertificate({ subject: value }).subject.attributes;
    if (!attribute) throw new Error('no attribute');
    return commonNameAsDns(attribute);
  };

  it.each([
    ['a.example.com', 'dns'],
    ['a_b.example.com', 'dns'],
    ['a-b.example.com', 'dns'],
    ['localhost', 'not-dns'],
    ['Example Root CA', 'not-dns'],
    ['-a.example.com', 'not-dns'],
    ['a-.example.com', 'not-dns'],
    ['a..example.com', 'not-dns'],
    ['a.example.com.', 'not-dns'],
    ['*.example.com', 'not-dns'],
    ['bücher.example.com', 'not-dns'],
    ['10.0.0.1', 'dns'],
    ['a.example.com\0\0', 'dns'],
    ['a\0.example.com', 'broken'],
  ])('%j is %s', (value, kind) => {
    expect(cn(value).kind).toBe(kind);
  });

  it('drops trailing NULs', () => {
    expect(cn('a.example.com\0')).toEqual({ kind: 'dns', value: 'a.example.com' });
  });
});
