import { describe, expect, it } from 'vitest';
import {
  configMap,
  issueCa,
  policy,
  programmed,
  resolveYaml,
  service,
  setup,
  type SetupParts,
} from './setup.testing.ts';

const ca = await issueCa('Test CA');
const pem = ca.certificatePem;
const authority = configMap('ca', pem);

describe('a backendRef that NGINX Gateway Fabric refuses', () => {
  const at = 'spec.rules[0].backendRefs[0]';

  it.each<[SetupParts, string, string]>([
    [
      { backendRefs: '{ name: none, port: 443 }' },
      'BackendNotFound',
      `${at}.name: Not found: "none"`,
    ],
    [
      { backendRefs: '{ name: app, port: 80 }' },
      'BackendNotFound',
      'No matching port for Service app and port 80',
    ],
    [
      { backendRefs: '{ name: app }' },
      'UnsupportedValue',
      `${at}.port: Required value: port cannot be nil`,
    ],
    [
      { backendRefs: '{ name: app, namespace: ns, port: 443 }' },
      'RefNotPermitted',
      `${at}.namespace: Forbidden: Backend ref to Service ns/app not permitted by any ReferenceGrant`,
    ],
    [
      { backendRefs: '{ kind: Pod, name: app, port: 443 }' },
      'InvalidKind',
      `${at}.kind: Unsupported value: "Pod": supported values: "Service", "InferencePool"`,
    ],
    [
      {
        backendRefs: '{ group: x.io, kind: Service, name: app, port: 443 }',
        routeKind: 'GRPCRoute',
      },
      'InvalidKind',
      `${at}.group: Unsupported value: "x.io": supported values: "core", ""`,
    ],
    [
      { backendRefs: '{ name: app, port: 443, filters: [{ type: X }] }' },
      'UnsupportedValue',
      `${at}.filters: Too many: 1: must have at most 0 items`,
    ],
    [
      { servicePort: 'appProtocol: kubernetes.io/h2c' },
      'UnsupportedProtocol',
      'The Route type http does not support service port appProtocol kubernetes.io/h2c; nginx does not support proxying to upstreams with http2 or h2c',
    ],
  ])('%j: %s', (parts, reason, message) => {
    const { upstream, findings } = programmed(resolveYaml(...setup(parts), authority));
    const blockedStatus = reason === 'UnsupportedProtocol' ? 502 : 500;
    expect(upstream).toMatchObject({ mode: 'blocked', blockedStatus, reason: message });
    expect(findings.map(({ code, params }) => [code, params.reason])).toContainEqual([
      'NGF-BACKEND-REFUSED',
      reason,
    ]);
  });

  it('needs a policy for appProtocol wss', () => {
    const [gateway = '', route = '', app = ''] = setup({
      servicePort: 'appProtocol: kubernetes.io/wss',
    });
    expect(programmed(resolveYaml(gateway, route, app)).upstream.reason).toBe(
      'The Route type http does not support service port appProtocol kubernetes.io/wss; missing corresponding BackendTLSPolicy',
    );
  });

  it('needs a DNS resolver for an ExternalName Service', () => {
    const parts = setup().map((text) =>
      text.replace('spec: { ports', 'spec: { type: ExternalName, externalName: x.example, ports'),
    );
    expect(programmed(resolveYaml(...parts, authority)).upstream.reason).toBe(
      "ExternalName service requires DNS resolver configuration in Gateway's NginxProxy",
    );
  });
});

describe('several backends in one rule', () => {
  const both = { backendRefs: '{ name: app, port: 443 }, { name: app2, port: 443 }' };
  const validation = (host: string): string =>
    `validation: { hostname: ${host}, caCertificateRefs: [{ group: "", kind: ConfigMap, name: ca }] }`;
  const outcome = (...more: readonly string[]) => {
    const resolution = resolveYaml(...setup(both), authority, service('app2'), ...more);
    return [0, 1].map((index) => {
      const { upstream, findings } = programmed(resolution, index);
      return [upstream.mode, upstream.blockedStatus, findings.map(({ code }) => code)];
    });
  };

  it('share equal policies', () => {
    expect(outcome(policy('tls2', 'app2', validation('app.example')))).toEqual([
      ['tls', undefined, []],
      ['tls', undefined, []],
    ]);
  });

  it('all get 502, https at the socket that answers 500, when their policies differ or only the first has one', () => {
    const differ = ['blocked', 502, ['NGF-POLICIES-DIFFER']];
    expect(outcome(policy('tls2', 'app2', validation('other.example')))).toEqual([differ, differ]);
    expect(outcome()).toEqual([differ, differ]);
  });

  it('all get https when only the last has a policy', () => {
    const swapped = { backendRefs: '{ name: app2, port: 443 }, { name: app, port: 443 }' };
    const resolution = resolveYaml(...setup(swapped), authority, service('app2'));
    const { upstream, findings } = programmed(resolution, 0);
    expect([upstream.mode, upstream.sni?.value, findings.map(({ code }) => code)]).toEqual([
      'tls',
      'app.example',
      ['NGF-RULE-SHARES-TLS'],
    ]);
  });

  it('turn the 500 of a refused backend into 502 when https is on', () => {
    const mixed = { backendRefs: '{ name: none, port: 443 }, { name: app, port: 443 }' };
    const resolution = resolveYaml(...setup(mixed), authority);
    expect(programmed(resolution, 0).upstream.blockedStatus).toBe(502);
    expect(programmed(resolution, 1).upstream.mode).toBe('tls');
  });

  it('never match when both trust System through policies of their own', () => {
    const system = 'hostname: app.example, wellKnownCACertificates: System';
    const resolution = resolveYaml(
      ...setup({ ...both, validation: system }),
      service('app2'),
      policy('tls2', 'app2', `validation: { ${system} }`),
    );
    expect(programmed(resolution, 1).upstream.reason).toBe(
      'Backend TLS policies do not match for all backends',
    );
  });
});
