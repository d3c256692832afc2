import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../manifest/types.ts';
import { admit } from '../admit.ts';

function answer(spec: JsonObject) {
  const value = { metadata: { name: 'p' }, spec };
  const group = 'gateway.kgateway.dev';
  const object = { group, version: 'v1alpha1', kind: 'BackendConfigPolicy', value };
  const { errors } = admit(object, { gatewayApi: '1.6', channel: 'standard' });
  return errors.map(({ message }) => message);
}

const ONE =
  'spec.tls: Invalid value: "object": exactly one of the fields in [secretRef files insecureSkipVerify wellKnownCACertificates] must be set';

describe('a BackendConfigPolicy', () => {
  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['a Secret', { tls: { secretRef: { name: 's' }, sni: 'a.b' } }, []],
    ['fields outside tls', { connectTimeout: '1s', tls: { insecureSkipVerify: true } }, []],
    ['no source', { tls: { sni: 'a.b' } }, [ONE]],
    ['two, one being false', { tls: { secretRef: {}, insecureSkipVerify: false } }, [ONE]],
    [
      'no file',
      { tls: { files: {} } },
      [
        'spec.tls.files: Invalid value: "object": at least one of the fields in [tlsCertificate tlsKey rootCA] must be set',
      ],
    ],
    [
      'a route as target',
      { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'r' }] },
      [
        'spec.targetRefs: Invalid value: "array": TargetRefs must reference either a Kubernetes Service, a Backend, or an Istio Hostname',
      ],
    ],
  ])('with %s', (_what, spec, errors) => expect(answer(spec)).toEqual(errors));
});
