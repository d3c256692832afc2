import { describe, expect, it } from 'vitest';
import { issueCertificate } from '../../../pki/issuing/issue-certificate.ts';
import { envoyGatewayState } from '../envoy-gateway-state.ts';
import { fronts, secretOf, unusual } from '../../listeners/listeners.testing.ts';
import { listenerRefusal } from '../../listeners/listener-refusal.ts';

const BEGIN = Date.UTC(2026, 0, 1);
const END = Date.UTC(2026, 6, 1, 12, 30, 5);

function issue(commonName: string, notBefore: number, notAfter: number) {
  const profile = { subject: { commonName }, ca: true, notBefore, notAfter };
  return issueCertificate({ ...profile, keyAlgorithm: 'EC P-256' }, globalThis.crypto);
}

const short = await issue('short.example', BEGIN, END);
const long = await issue('long.example', Date.UTC(2020, 0, 1), Date.UTC(2040, 0, 1));
const SECRETS = [
  secretOf('short', short.certificatePem, short.keyPem),
  secretOf('long', long.certificatePem, long.keyPem),
  secretOf('issuer-ends', long.certificatePem + short.certificatePem, long.keyPem),
  secretOf('leaf-ends', short.certificatePem + long.certificatePem, short.keyPem),
];

function listenerWith(refs: string): string {
  return `{ name: one, port: 443, protocol: HTTPS, tls: { certificateRefs: [${refs}] } }`;
}

function told(refs: string, version: string, at?: number): readonly string[] {
  const resolution = fronts('envoy-gateway', { listeners: listenerWith(refs), more: SECRETS });
  return unusual('envoy-gateway', version, resolution, at).filter(
    (text) => text.startsWith('gw.one ResolvedRefs') || text.startsWith('gw.one Programmed'),
  );
}

const SEE =
  'gw.one Programmed=False Invalid: Listener is invalid, see other Conditions for details.';
const MUST = 'must contain valid tls.crt and tls.key, unable to validate certificate in tls.crt:';
const REF = 'gw.one ResolvedRefs=False InvalidCertificateRef:';
const PARTLY =
  'gw.one ResolvedRefs=False PartiallyInvalidCertificateRef: Some secrets are invalid:';
const EXPIRED = 'certificate short.example has expired since 2026-07-01 12:30:05 +0000 UTC';
const EARLY = 'certificate short.example will be valid after 2026-01-01 00:00:00 +0000 UTC';

describe('the date of a listener’s certificate', () => {
  it.each<[string, number, readonly string[]]>([
    ['1.9', BEGIN, []],
    ['1.9', END, []],
    ['1.9', END + 1, [`${REF} No valid secrets exist: default/short ${MUST} ${EXPIRED}.`, SEE]],
    ['1.9', BEGIN - 1, [`${REF} No valid secrets exist: default/short ${MUST} ${EARLY}.`, SEE]],
    ['1.8', END + 1, [`${REF} No valid secrets exist: default/short ${MUST} ${EXPIRED}.`, SEE]],
    ['1.7', BEGIN - 1, [`${REF} No valid secrets exist: default/short ${MUST} ${EARLY}.`, SEE]],
    ['1.6', END + 1, [`${REF} Secret default/short ${MUST} ${EXPIRED}.`, SEE]],
    ['1.6', BEGIN - 1, [`${REF} Secret default/short ${MUST} ${EARLY}.`, SEE]],
    ['1.5', END + 1, [`${REF} Secret default/short ${MUST} certificate is expired.`, SEE]],
    ['1.5', BEGIN - 1, [`${REF} Secret default/short ${MUST} certificate is not yet valid.`, SEE]],
    ['1.5', END, []],
  ])('%s at %i', (version, at, expected) => {
    expect(told('{ name: short }', version, at)).toEqual(expected);
  });

  it('is not looked at where none is given', () => {
    expect(told('{ name: short }', '1.9')).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['1.9', [`${PARTLY} default/short ${MUST} ${EXPIRED}`]],
    ['1.7', [`${PARTLY} default/short ${MUST} ${EXPIRED}`]],
    ['1.6', [`${REF} Secret default/short ${MUST} ${EXPIRED}.`, SEE]],
  ])('leaves %s the other certificate', (version, expected) => {
    expect(told('{ name: long }, { name: short }', version, END + 1)).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'issuer-ends',
      '1.9',
      [`${REF} No valid secrets exist: default/issuer-ends ${MUST} ${EXPIRED}.`, SEE],
    ],
    [
      'issuer-ends',
      '1.8',
      [`${PARTLY} default/issuer-ends has some invalid certificates: ${EXPIRED}`],
    ],
    ['leaf-ends', '1.8', [`${PARTLY} default/leaf-ends has some invalid certificates: ${EXPIRED}`]],
    ['issuer-ends', '1.6', []],
    ['leaf-ends', '1.6', [`${REF} Secret default/leaf-ends ${MUST} ${EXPIRED}.`, SEE]],
  ])('of a chain: %s in %s', (name, version, expected) => {
    expect(told(`{ name: ${name} }`, version, END + 1)).toEqual(expected);
  });

  it('closes the connections of the listener', () => {
    const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec: { parentRefs: [{ name: gw }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }`;
    const service = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { ports: [{ port: 80 }] }`;
    const given = {
      listeners: listenerWith('{ name: short }'),
      more: [...SECRETS, route, service],
    };
    const resolution = fronts('envoy-gateway', given);
    const [connection] = resolution.connections;
    if (connection === undefined) throw new Error('The route leads nowhere');
    const at = (date: number) =>
      listenerRefusal(connection.listener, resolution, {
        id: 'envoy-gateway',
        version: '1.9',
        at: date,
      });
    expect(at(END)).toBeNull();
    expect(at(END + 1)).toEqual({
      reason: 'InvalidCertificateRef',
      message: `No valid secrets exist: default/short ${MUST} ${EXPIRED}.`,
      condition: 'ResolvedRefs=False',
      works: false,
    });
  });

  it('costs one reading of the listeners a date', () => {
    const resolution = fronts('envoy-gateway', { listeners: listenerWith('{ name: short }') });
    const state = (at?: number) => envoyGatewayState(resolution, '1.9', { at });
    expect(state(END)).toBe(state(END));
    expect(state(END)).not.toBe(state(END + 1));
    expect(state()).toBe(state());
  });
});
