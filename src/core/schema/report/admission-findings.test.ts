import { describe, expect, it } from 'vitest';
import { parseFile } from '../../manifest/index.ts';
import { admit } from '../admit.ts';
import { schemaWording } from '../findings.ts';
import type { AdmissionSettings } from '../types.ts';
import { admissionFindings } from './admission-findings.ts';

function findingsOf(
  text: string,
  gatewayApi: AdmissionSettings['gatewayApi'],
  channel = 'standard',
) {
  const settings: AdmissionSettings = {
    gatewayApi,
    channel: channel === 'experimental' ? channel : 'standard',
  };
  const file = { id: 'f', path: 'f.yaml', text };
  const { objects } = parseFile(file, { defaultNamespace: 'default' });
  return objects.flatMap((one) => admissionFindings(one, admit(one, settings), settings));
}

const brief = (findings: ReturnType<typeof findingsOf>) =>
  findings.map(({ code, severity, params }) => [code, severity, params.field]);

const gateway = (
  spec: string,
  apiVersion = 'v1',
) => `apiVersion: gateway.networking.k8s.io/${apiVersion}
kind: Gateway
metadata: { name: edge }
spec:
  gatewayClassName: nginx
  listeners: [{ name: http, port: 80, protocol: HTTP }]
${spec}`;
const oldTls = gateway('  backendTLS: { clientCertificateRef: { name: client } }\n');
const newTls = gateway('  tls: { backend: { clientCertificateRef: { name: client } } }\n');

describe('a renamed field', () => {
  it('is told loudly where the CRDs drop it, with where its content belongs', () => {
    const [one] = findingsOf(oldTls, '1.6');
    expect(brief(findingsOf(oldTls, '1.6'))).toEqual([
      ['SCHEMA-OLD-BACKEND-TLS', 'error', 'spec.backendTLS'],
    ]);
    expect(one && schemaWording[one.code].title(one.params)).toBe(
      'Gateway edge sends no client certificate: spec.backendTLS is dropped',
    );
    expect(one && schemaWording[one.code].action(one.params)).toBe(
      'Move its content to spec.tls.backend.',
    );
    expect(one?.params.strict).toBe('strict decoding error: unknown field "spec.backendTLS"');
    expect(one?.at?.range.start).toBe(oldTls.indexOf('backendTLS'));
  });

  it.each([
    ['1.3', 'standard', oldTls, 'SCHEMA-OLD-BACKEND-TLS'],
    ['1.3', 'experimental', oldTls, undefined],
    ['1.4', 'experimental', oldTls, 'SCHEMA-OLD-BACKEND-TLS'],
    ['1.3', 'experimental', newTls, 'SCHEMA-FIELD-OF-OTHER-RELEASE'],
    ['1.4', 'standard', newTls, 'SCHEMA-EXPERIMENTAL-FIELD'],
    ['1.4', 'experimental', newTls, undefined],
    ['1.5', 'standard', newTls, undefined],
    ['1.6', 'standard', newTls, undefined],
  ] as const)('in release %s, channel %s', (release, channel, text, code) => {
    expect(findingsOf(text, release, channel)[0]?.code).toBe(code);
  });
});

describe('a field that no CRD has', () => {
  it('is a warning with the name that was probably meant', () => {
    const text = gateway('  infrastructure: { anotations: { a: b } }\n');
    const [one] = findingsOf(text, '1.6');
    expect([one?.code, one?.severity, one?.params.nearest]).toEqual([
      'SCHEMA-UNKNOWN-FIELD',
      'warning',
      'spec.infrastructure.annotations',
    ]);
  });
});

describe('a version', () => {
  const policy = (version: string) => `apiVersion: gateway.networking.k8s.io/${version}
kind: BackendTLSPolicy
metadata: { name: p }
spec:
  targetRefs: [{ group: '', kind: Service, name: s }]
  validation: { hostname: a.b, wellKnownCACertificates: System }
`;

  it.each([
    ['1.3', 'standard', 'v1', 'SCHEMA-NOT-SERVED'],
    ['1.3', 'standard', 'v1alpha3', 'SCHEMA-NOT-SERVED'],
    ['1.3', 'experimental', 'v1alpha3', undefined],
    ['1.4', 'standard', 'v1', undefined],
    ['1.4', 'standard', 'v1alpha3', 'SCHEMA-NOT-SERVED'],
    ['1.4', 'experimental', 'v1alpha3', 'SCHEMA-DEPRECATED-VERSION'],
    ['1.6', 'experimental', 'v1alpha2', 'SCHEMA-NOT-SERVED'],
  ] as const)('of %s %s: %s', (release, channel, version, code) => {
    expect(findingsOf(policy(version), release, channel)[0]?.code).toBe(code);
  });

  it('that is not served names the one that is', () => {
    const [one] = findingsOf(policy('v1alpha3'), '1.6');
    expect(one && schemaWording[one.code].detail(one.params)).toBe(
      'kubectl answers: no matches for kind "BackendTLSPolicy" in version "gateway.networking.k8s.io/v1alpha3". Gateway API 1.6, standard channel, serves gateway.networking.k8s.io/v1.',
    );
    expect(one && schemaWording[one.code].action(one.params)).toBe(
      'Write apiVersion: gateway.networking.k8s.io/v1.',
    );
  });
});

describe('an object that is refused', () => {
  const bad = gateway(`  addresses: [{ value: not-an-ip }]
  tls: { frontend: { default: { validation: { caCertificateRefs: [], mode: off } } } }
`);

  it('has one finding for each line of the server, in its order', () => {
    expect(brief(findingsOf(bad, '1.6'))).toEqual([
      ['SCHEMA-INVALID', 'error', ''],
      ['SCHEMA-INVALID', 'error', ''],
      ['SCHEMA-TYPE', 'error', 'spec.addresses[0].value'],
      ['SCHEMA-INVALID', 'error', 'spec.tls.frontend.default.validation.caCertificateRefs'],
      ['SCHEMA-TYPE', 'error', 'spec.tls.frontend.default.validation.mode'],
      ['SCHEMA-UNSUPPORTED', 'error', 'spec.tls.frontend.default.validation.mode'],
      ['SCHEMA-RULES-NOT-CHECKED', 'note', ''],
    ]);
  });

  it('has its name checked as well', () => {
    const [one] = findingsOf(bad.replace('edge', 'Edge_1'), '1.6');
    expect(one?.params.message).toContain(
      'metadata.name: Invalid value: "Edge_1": a lowercase RFC 1123 subdomain must consist of',
    );
  });

  it('is not judged by the status it was copied with', () => {
    expect(findingsOf(`${gateway('')}status: { conditions: [{ type: x }] }\n`, '1.6')).toEqual([]);
  });
});

describe('the wording', () => {
  it('fills every text from the parameters that findings carry', () => {
    const all = [oldTls, newTls, gateway('  x: 1\n'), gateway('', 'v1alpha1')].flatMap((text) =>
      (['1.3', '1.6'] as const).flatMap((release) => findingsOf(text, release)),
    );
    const texts = all.flatMap(({ code, params }) => {
      const { title, detail, action } = schemaWording[code];
      return [title(params), detail(params), action(params)];
    });
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.filter((text) => text.includes('…'))).toEqual([]);
  });
});
