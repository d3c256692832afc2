import { beforeAll, describe, expect, it } from 'vitest';
import { makeCa, makeLeaf, testCrypto } from '../../pki/issuing/chain.testing.ts';
import type { IssuedCertificate } from '../../pki/issuing/types.ts';
import { createSignatureChecker } from '../../verify/signature/create-signature-checker.ts';
import { NGINX_PROFILES, type NginxProfile } from './profile.ts';
import { runExchange } from './run-exchange.ts';
import type { BackendSide, GatewaySide, ServerBlock } from './sides.ts';

let ca: IssuedCertificate;
let leaf: IssuedCertificate;
let other: IssuedCertificate;
let rsa: IssuedCertificate;

beforeAll(async () => {
  ca = await makeCa('Root');
  leaf = await makeLeaf('app.test', ca);
  other = await makeLeaf('other.test', ca);
  rsa = await makeLeaf('app.test', ca, { keyAlgorithm: 'RSA 2048' });
});

const file = (pem: string) => ({ path: '/file.pem', pem });

function server(own: IssuedCertificate, more: Partial<ServerBlock> = {}): ServerBlock {
  return {
    names: ['app.test'],
    isDefault: true,
    reject: false,
    pair: { certificate: file(own.certificatePem), key: file(own.keyPem) },
    verifyClient: 'off',
    depth: 1,
    ...more,
  };
}

function play(
  servers: readonly ServerBlock[] | BackendSide,
  gateway: Partial<GatewaySide> = {},
  profile: NginxProfile['id'] = 'deb-tls13',
) {
  return runExchange({
    gateway: {
      scheme: 'https',
      verify: true,
      sendServerName: true,
      name: 'app.test',
      depth: 4,
      trust: file(ca.certificatePem),
      ...gateway,
    },
    backend: 'kind' in servers ? servers : { kind: 'nginx', servers },
    at: Date.UTC(2026, 5, 1),
    checkSignature: createSignatureChecker(testCrypto),
    crypto: testCrypto,
    profile: NGINX_PROFILES[profile],
  });
}

const inHandshake = 'while SSL handshaking to upstream';
const noVersion = {
  end: 'no-shared-version',
  httpStatus: 502,
  gatewayError: `[error] SSL_do_handshake() failed (SSL: error:0A00042E:SSL routines::tlsv1 alert protocol version:SSL alert number 70) ${inHandshake}`,
  backendError:
    '[info] SSL_do_handshake() failed (SSL: error:0A000102:SSL routines::unsupported protocol) while SSL handshaking',
};

// Texts as nginx 1.22.1 with OpenSSL 3.0.19 wrote them for these setups.
describe('an exchange whose ends do not fit', () => {
  it('shares no version when the backend is newer', async () => {
    const result = await play([server(leaf, { versions: ['TLSv1.3'] })], { versions: ['TLSv1.2'] });
    expect(result).toMatchObject(noVersion);
  });

  it('shares no version when the backend is older', async () => {
    const result = await play([server(leaf, { versions: ['TLSv1.2'] })], { versions: ['TLSv1.3'] });
    expect(result).toMatchObject(noVersion);
  });

  it('cannot sign in TLS 1.3 with a key of another type than the certificate', async () => {
    const pair = { certificate: file(leaf.certificatePem), key: file(rsa.keyPem) };
    expect(await play([server(leaf, { pair })])).toMatchObject({
      end: 'no-signature-algorithm',
      gatewayError: `[error] SSL_do_handshake() failed (SSL: error:0A000410:SSL routines::sslv3 alert handshake failure:SSL alert number 40) ${inHandshake}`,
      backendError:
        '[info] SSL_do_handshake() failed (SSL: error:0A000076:SSL routines::no suitable signature algorithm) while SSL handshaking',
    });
  });

  it('finds no cipher in TLS 1.2 with a key of another type than the certificate', async () => {
    const pair = { certificate: file(leaf.certificatePem), key: file(rsa.keyPem) };
    expect(await play([server(leaf, { pair })], {}, 'deb-tls12')).toMatchObject({
      end: 'no-shared-cipher',
      backendError:
        '[info] SSL_do_handshake() failed (SSL: error:0A0000C1:SSL routines::no shared cipher) while SSL handshaking',
    });
  });

  it('sends no client certificate when its key is of another type', async () => {
    const pair = { certificate: file(leaf.certificatePem), key: file(rsa.keyPem) };
    const block = server(leaf, { verifyClient: 'on', clientCa: file(ca.certificatePem) });
    expect(await play([block], { pair })).toMatchObject({
      end: 'client-certificate-missing',
      httpStatus: 400,
      gatewayError: null,
      backendError:
        '[info] client sent no required SSL certificate while reading client request headers',
    });
  });
});

describe('the server block', () => {
  it('is the one that the server name selects', async () => {
    const blocks = [server(other, { names: ['other.test'] }), server(leaf, { isDefault: false })];
    expect(await play(blocks)).toMatchObject({ end: 'ok', hostCheck: 'match', sni: 'app.test' });
  });

  it('is the default one when no server name is sent', async () => {
    const blocks = [server(other, { names: ['other.test'] }), server(leaf, { isDefault: false })];
    const result = await play(blocks, { sendServerName: false });
    expect(result).toMatchObject({
      end: 'server-name-mismatch',
      sni: null,
      gatewayError: `[error] upstream SSL certificate does not match "app.test" ${inHandshake}`,
    });
  });

  it.each([
    ['10.0.0.1', null],
    ['[::1]:8443', null],
    ['app.test:8443', 'app.test'],
    ['app.test', 'app.test'],
  ])('is asked for with the name %s as %s', async (name, sni) => {
    expect((await play([server(leaf)], { name })).sni).toBe(sni);
  });

  it('that cannot load keeps the whole backend from starting, chosen or not', async () => {
    const broken = server(other, {
      names: ['x'],
      isDefault: false,
      pair: { certificate: file('') },
    });
    expect(await play([server(leaf), broken])).toMatchObject({
      end: 'backend-config',
      stage: 'backend-config',
      httpStatus: null,
      gatewayError: null,
    });
  });
});

describe('what nobody has told', () => {
  it('ends in unknown when it is what the backend presents', async () => {
    const block = { ...server(leaf) };
    delete block.pair;
    expect(await play([block])).toMatchObject({ end: 'unknown', ok: false, httpStatus: null });
    expect(await play({ kind: 'unknown' })).toMatchObject({ end: 'unknown' });
  });

  it('ends in unknown when it is the client CA, but not when the gateway refuses anyway', async () => {
    const block = server(leaf, { verifyClient: 'on' });
    const pair = { certificate: file(leaf.certificatePem), key: file(leaf.keyPem) };
    expect((await play([block], { pair })).end).toBe('unknown');
    expect((await play([block], { pair, name: 'x.test' })).end).toBe('server-name-mismatch');
  });
});

describe('a gateway that does not verify', () => {
  it('takes any certificate', async () => {
    expect(await play([server(other)], { verify: false })).toMatchObject({
      end: 'ok',
      hostCheck: null,
      gatewayTrace: null,
    });
  });
});
