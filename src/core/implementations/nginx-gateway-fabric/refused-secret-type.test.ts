import { describe, expect, it } from 'vitest';
import { ngfWording } from './findings.ts';
import { configMap, issueCa, programmed, resolveYaml, secret, setup } from './setup.testing.ts';

const ca = await issueCa('Test CA');
const CLIENT = 'tls: { backend: { clientCertificateRef: { name: opaque } } }';
const REF = 'caCertificateRefs: [{ group: "", kind: Secret, name: opaque }]';

describe('a Secret of another type than kubernetes.io/tls', () => {
  const opaque = secret('opaque', { 'ca.crt': ca.certificatePem }, 'Opaque');

  it.each([
    [
      'as CA',
      '2.7',
      { validation: `hostname: app.example, ${REF}` },
      'Every request to the Service gets 500.',
    ],
    [
      'as client certificate',
      '2.7',
      { gatewaySpec: CLIENT },
      'The Gateway stays programmed and presents no certificate.',
    ],
    [
      'as client certificate',
      '2.4',
      { gatewaySpec: CLIENT },
      'The whole Gateway is invalid: its nginx is removed, and clients get no connection.',
    ],
  ])('%s in %s is told by its type', (_, version, parts, result) => {
    const resolution = resolveYaml(...setup(parts), configMap('ca', ca.certificatePem), opaque);
    const [found, ...others] = programmed(resolution, 0, version).findings;
    expect(others).toEqual([]);
    expect([found?.code, found?.params.type]).toEqual(['NGF-SECRET-TYPE-REFUSED', 'Opaque']);
    const detail = ngfWording['NGF-SECRET-TYPE-REFUSED'].detail(found?.params ?? {});
    expect(detail).toContain('unsupported secret type "Opaque"');
    expect(detail.endsWith(result)).toBe(true);
  });
});
