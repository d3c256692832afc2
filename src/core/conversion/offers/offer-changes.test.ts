import { describe, expect, it } from 'vitest';
import type { ImplementationId } from '../../model/index.ts';
import { convert, gateway, policy, route, service, workspace } from '../setup.testing.ts';
import type { OfferChange } from '../types.ts';

const CLASSES: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric': 'nginx',
  'envoy-gateway': 'eg',
  kgateway: 'kgateway',
  agentgateway: 'agentgateway',
};

/** With the CAs of the system, whose text no manifest has. */
function offersOf(from: ImplementationId, to: ImplementationId): readonly OfferChange[] {
  const files = workspace(
    gateway(CLASSES[from]),
    ...[route(), service, policy('wellKnownCACertificates: System')],
  );
  return convert(from, to, files).offers;
}

const said = (changes: readonly OfferChange[], aspect: OfferChange['aspect']) =>
  changes
    .filter((one) => one.aspect === aspect)
    .map(({ before, after }) => `${before.join(' ')} → ${after.join(' ')}`);

describe('offerChanges', () => {
  it.each([
    ['nginx-gateway-fabric', 'kgateway', ['TLS 1.2 TLS 1.3 → TLS 1.2']],
    ['kgateway', 'agentgateway', ['TLS 1.2 → TLS 1.2 TLS 1.3']],
    ['nginx-gateway-fabric', 'envoy-gateway', []],
  ] as const)('tells the versions by default from %s to %s', (from, to, expected) => {
    expect(said(offersOf(from, to), 'versions')).toEqual(expected);
  });

  it.each([
    ['nginx-gateway-fabric', 'agentgateway', [' → h2 http/1.1']],
    ['agentgateway', 'kgateway', ['h2 http/1.1 → ']],
    ['agentgateway', 'envoy-gateway', []],
  ] as const)('tells ALPN by default from %s to %s', (from, to, expected) => {
    expect(said(offersOf(from, to), 'alpn')).toEqual(expected);
  });

  it('tells groups and cipher suites of another library, and to which connections it applies', () => {
    const changes = offersOf('envoy-gateway', 'agentgateway');
    expect(said(changes, 'groups')).toEqual(['X25519 P-256 → X25519 P-256 P-384 X25519MLKEM768']);
    expect(said(changes, 'suites')[0]).toContain('→ TLS_AES_256_GCM_SHA384 TLS_AES_128_GCM_SHA256');
    expect(changes.map(({ connections }) => connections.length)).toEqual(changes.map(() => 1));
  });

  it('tells no names, anchors and client certificates that stay', () => {
    const aspects = offersOf('nginx-gateway-fabric', 'kgateway').map(({ aspect }) => aspect);
    expect(aspects).toEqual(['versions', 'suites', 'groups', 'schemes']);
  });

  it('tells TLS that goes, and nothing about what went with it', () => {
    const backend = `apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: Backend\nmetadata: {name: out, namespace: a}\nspec: {endpoints: [{fqdn: {hostname: api.example.net, port: 443}}], tls: {insecureSkipVerify: true}}`;
    const to = route('{group: gateway.envoyproxy.io, kind: Backend, name: out}');
    const enabled = `apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: EnvoyGateway\nmetadata: {name: config, namespace: envoy-gateway-system}\nextensionApis: {enableBackend: true}`;
    const files = workspace(gateway('eg'), to, backend, enabled);
    const { offers } = convert('envoy-gateway', 'nginx-gateway-fabric', files);
    expect(offers.map(({ aspect, before, after }) => [aspect, before, after])).toEqual([
      ['tls', ['TLS'], ['plain']],
    ]);
  });
});
