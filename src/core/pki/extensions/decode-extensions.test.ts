import { describe, expect, it } from 'vitest';
import { encodeDer, encodeOid } from '../der-write.ts';
import type { RawExtension } from '../types.ts';
import { decodeExtensions } from './decode-extensions.ts';
import {
  authorityKeyId,
  basicConstraints,
  directoryName,
  extendedKeyUsage,
  generalName,
  keyUsage,
  nameConstraints,
  subjectAltName,
  subjectKeyId,
} from './extension-builder.testing.ts';
import { extensionOids } from './extension-oids.ts';

function decode(...extensions: readonly { oid: string; value: Uint8Array }[]) {
  return decodeExtensions(extensions.map((e): RawExtension => ({ critical: false, ...e })));
}

function hex(oid: keyof typeof extensionOids, value: string) {
  return { oid: extensionOids[oid], value: Uint8Array.from(Buffer.from(value, 'hex')) };
}

describe('decodeExtensions', () => {
  it('reads basic constraints', () => {
    expect(decode(basicConstraints(true, 3)).extensions.basicConstraints).toEqual({
      ca: true,
      pathLength: 3,
    });
    expect(decode(basicConstraints(false)).extensions.basicConstraints).toEqual({ ca: false });
  });

  it('keeps a negative path length, which makes the certificate unusable', () => {
    const { basicConstraints: bc } = decode(hex('basicConstraints', '30060101ff0201ff')).extensions;
    expect(bc?.pathLength).toBe(-1);
  });

  it.each([
    ['03020780', ['digitalSignature']],
    ['030205a0', ['digitalSignature', 'keyEncipherment']],
    ['03020106', ['keyCertSign', 'cRLSign']],
    ['0303070080', ['decipherOnly']],
    ['030100', []],
    ['030205bf', ['digitalSignature', 'keyEncipherment']],
  ])('reads key usage %s', (value, bits) => {
    expect(decode(hex('keyUsage', value)).extensions.keyUsage).toEqual(bits);
  });

  it('reads extended key usages in order, an empty list too', () => {
    const purposes = ['1.3.6.1.5.5.7.3.2', '2.5.29.37.0'];
    expect(decode(extendedKeyUsage(...purposes)).extensions.extendedKeyUsage).toEqual(purposes);
    expect(decode(extendedKeyUsage()).extensions.extendedKeyUsage).toEqual([]);
  });

  it('reads every kind of alternative name', () => {
    const value = encodeDer(
      0x30,
      generalName(['dns', 'a.test']),
      generalName(['email', 'x@a.test']),
      generalName(['uri', 'spiffe://a/b']),
      generalName(['ip', '10,0,0,1']),
      generalName(['ip', '32,1,13,184,0,0,0,0,0,0,0,0,0,0,0,1']),
      generalName(['ip', '1,2,3']),
      generalName(['rid', '1.2.3']),
      directoryName('Root'),
      encodeDer(0xa0, encodeOid('1.2.3'), encodeDer(0xa0, encodeDer(0x0c, Buffer.from('ü')))),
      encodeDer(0xa3, encodeDer(0x30)),
      encodeDer(0xa5, encodeDer(0x81, Uint8Array.of(0x41))),
    );
    const names = decode({ oid: extensionOids.subjectAltName, value }).extensions.subjectAltNames;
    expect(names?.map((name) => [name.kind, name.value])).toEqual([
      ['dns', 'a.test'],
      ['email', 'x@a.test'],
      ['uri', 'spiffe://a/b'],
      ['ip', '10.0.0.1'],
      ['ip', '2001:db8::1'],
      ['ip', '#010203'],
      ['rid', '1.2.3'],
      ['directory', 'CN=Root'],
      ['other', 'ü'],
      ['x400', '3000'],
      ['edi', '810141'],
    ]);
  });

  it('keeps every octet of a dNSName, NUL and non-ASCII included', () => {
    const value = encodeDer(0x30, encodeDer(0x82, Uint8Array.of(0x61, 0, 0xff)));
    const [name] =
      decode({ oid: extensionOids.subjectAltName, value }).extensions.subjectAltNames ?? [];
    expect(name?.value).toBe('a\0ÿ');
  });

  it('reads key identifiers as lower-case hex', () => {
    const { extensions } = decode(subjectKeyId(0xab, 1), authorityKeyId(0xcd, 2));
    expect(extensions.subjectKeyId).toBe('ab01');
    expect(extensions.authorityKeyId).toEqual({ keyId: 'cd02' });
  });

  it('reads issuer and serial of an authority key identifier', () => {
    const value = encodeDer(
      0x30,
      encodeDer(0xa1, directoryName('Root')),
      encodeDer(0x82, Uint8Array.of(0, 0x90)),
    );
    const { authorityKeyId: id } = decode({ oid: extensionOids.authorityKeyId, value }).extensions;
    expect(id?.serial).toBe('90');
    expect(id?.issuer?.[0]?.value).toBe('CN=Root');
    expect(id?.keyId).toBeUndefined();
  });

  it('reads name constraints with their ranges', () => {
    const { nameConstraints: plain } = decode(
      nameConstraints(
        [generalName(['dns', 'a.test'])],
        [generalName(['ip', '10,0,0,0,255,0,0,0'])],
      ),
    ).extensions;
    expect(plain?.permitted[0]).toMatchObject({ hasMinimum: false, minimumIsZero: true });
    expect(plain?.excluded[0]?.base.value).toBe('10.0.0.0/255.0.0.0');
    const ranged = decode(hex('nameConstraints', '300da00b3009820161800100810105')).extensions;
    expect(ranged.nameConstraints?.permitted[0]).toMatchObject({
      hasMinimum: true,
      minimumIsZero: true,
      hasMaximum: true,
    });
  });

  it('reads distribution points', () => {
    const uri = encodeDer(0xa0, encodeDer(0xa0, generalName(['uri', 'http://crl'])));
    const value = encodeDer(0x30, encodeDer(0x30, uri), encodeDer(0x30));
    expect(
      decode({ oid: extensionOids.crlDistributionPoints, value }).extensions.crlDistributionPoints,
    ).toMatchObject([
      { hasName: true, hasIssuer: false, fullName: [{ value: 'http://crl' }] },
      { hasName: false, hasIssuer: false },
    ]);
  });

  it.each<[keyof typeof extensionOids, string, string]>([
    ['basicConstraints', 'a stray element', '30030500ff'],
    ['basicConstraints', 'a padded integer', '300702020001'],
    ['keyUsage', 'another type', '0401a0'],
    ['extendedKeyUsage', 'a broken OID', '300406022a80'],
    ['subjectAltName', 'a primitive x400 name', '30028300'],
    ['subjectAltName', 'an unknown tag', '30028900'],
    ['subjectKeyId', 'nothing at all', ''],
    ['authorityKeyId', 'a stray element', '30028300'],
    ['nameConstraints', 'a base without a name', '3004a0023000'],
    ['crlDistributionPoints', 'an unknown name form', '30083006a004a2028200'],
    ['proxyCertInfo', 'no policy', '3000'],
  ])('notes %s with %s as undecodable', (kind, _, value) => {
    const decoded = decode(hex(kind, value));
    expect(decoded.undecodableExtensions).toEqual([extensionOids[kind]]);
    expect(decoded.extensions).toEqual({});
  });

  it('tolerates octets after a value, as OpenSSL does', () => {
    const decoded = decode(hex('keyUsage', '030205a0ffff'));
    expect(decoded.undecodableExtensions).toEqual([]);
    expect(decoded.extensions.keyUsage).toHaveLength(2);
  });

  it('decodes neither of two extensions of one kind and notes it, known or not', () => {
    const unknown = { oid: '1.2.3.4', value: Uint8Array.of(5, 0) };
    const decoded = decode(
      subjectAltName(['dns', 'a']),
      unknown,
      keyUsage('keyCertSign'),
      subjectAltName(['dns', 'b']),
      unknown,
    );
    expect(decoded.duplicateExtensions).toEqual([extensionOids.subjectAltName, '1.2.3.4']);
    expect(decoded.extensions.subjectAltNames).toBeUndefined();
    expect(decoded.extensions.keyUsage).toEqual(['keyCertSign']);
  });
});
