import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../manifest/types.ts';
import { admit } from '../admit.ts';

function answer(spec: JsonObject, kind = 'BackendConfigPolicy') {
  const value = { metadata: { name: 'p' }, spec };
  const group = 'gateway.kgateway.dev';
  const object = { group, version: 'v1alpha1', kind, value };
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

const FORM =
  'spec: Invalid value: "object": exactly one of the fields in [aws static dynamicForwardProxy gcp priorityGroups] must be set';
const HOST: JsonObject = { host: 'api.example.com', port: 443 };

describe('a Backend of kgateway', () => {
  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['hosts', { type: 'Static', static: { hosts: [HOST] } }, []],
    ['hosts and no type', { static: { hosts: [HOST], appProtocol: 'http2' } }, []],
    ['a proxy that asks for TLS', { dynamicForwardProxy: { enableTls: true } }, []],
    ['a host of Google', { type: 'GCP', gcp: { host: 'run.app' } }, []],
    ['nothing', {}, [FORM]],
    ['two forms', { static: { hosts: [HOST] }, dynamicForwardProxy: {} }, [FORM]],
    [
      'the type of another form',
      { type: 'Static', dynamicForwardProxy: {} },
      ['spec: Invalid value: "object": static backend must be specified when type is \'Static\''],
    ],
    [
      'no hosts',
      { static: { hosts: [] } },
      [
        'spec.static.hosts: Invalid value: 0: spec.static.hosts in body should have at least 1 items',
      ],
    ],
    [
      'a port out of range',
      { static: { hosts: [{ host: 'a', port: 70000 }] } },
      [
        'spec.static.hosts[0].port: Invalid value: 70000: spec.static.hosts[0].port in body should be less than or equal to 65535',
      ],
    ],
    [
      'HTTPS as protocol, which is none of them',
      { static: { hosts: [HOST], appProtocol: 'https' } },
      [
        'spec.static.appProtocol: Unsupported value: "https": supported values: "http2", "grpc", "grpc-web", "kubernetes.io/h2c", "kubernetes.io/ws"',
        '<nil>: Invalid value: "null": some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
      ],
    ],
  ])('with %s', (_what, spec, errors) => expect(answer(spec, 'Backend')).toEqual(errors));
});
