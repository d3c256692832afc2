import { describe, expect, it } from 'vitest';
import { parseFile } from '../../manifest/index.ts';
import { admit } from '../admit.ts';
import { fieldText } from '../structural/field-text.ts';

function answer(text: string) {
  const { objects } = parseFile({ id: 'f', path: 'f', text }, { defaultNamespace: 'default' });
  const [object] = objects;
  if (object === undefined) throw new Error('the test has no object');
  const result = admit(object, { gatewayApi: '1.6', channel: 'standard' });
  return {
    status: result.status,
    errors: result.errors.map(({ message }) => message),
    unknown: result.unknownFields.map(fieldText),
  };
}

const service = (spec: string, name = 'web') => `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ${spec} }
`;
const secret = (rest: string) => `apiVersion: v1
kind: Secret
metadata: { name: s }
${rest}
`;
const deployment = (labels: string, container: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: d }
spec:
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { ${labels} } }
    spec:
      containers: [{ ${container} }]
      volumes: [{ name: certs, secret: { secretName: s } }]
`;

describe('kinds that are Go types in the API server', () => {
  it.each([
    ['a Service', service('ports: [{ port: 443, targetPort: https }]')],
    ['a headless Service without ports', service('clusterIP: None')],
    ['an ExternalName Service', service('type: ExternalName, externalName: a.example.com')],
    [
      'a TLS Secret from text',
      secret('type: kubernetes.io/tls\nstringData: { tls.crt: a, tls.key: b }'),
    ],
    ['a Secret with folded base64', secret('data:\n  ca.crt: |\n    YWFh\n    YmJi')],
    [
      'a Deployment',
      deployment(
        'app: a, x: y',
        'name: c, image: i, volumeMounts: [{ name: certs, mountPath: /c }]',
      ),
    ],
  ])('accept %s', (_what, text) => {
    expect(answer(text)).toEqual({ status: 'accepted', errors: [], unknown: [] });
  });

  it.each([
    ['a Service without ports', service('selector: { a: b }'), ['spec.ports: Required value']],
    [
      'two ports of which one has no name',
      service('ports: [{ name: a, port: 80 }, { port: 443 }]'),
      ['spec.ports[1].name: Required value'],
    ],
    [
      'one port name twice',
      service('ports: [{ name: a, port: 80 }, { name: a, port: 443 }]'),
      ['spec.ports[1].name: Duplicate value: "a"'],
    ],
    [
      'a port outside the range',
      service('ports: [{ port: 70000 }]'),
      ['spec.ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive'],
    ],
    [
      'a protocol in small letters',
      service('ports: [{ port: 80, protocol: tcp }]'),
      ['spec.ports[0].protocol: Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"'],
    ],
    [
      'a port that is text',
      service('ports: [{ port: "443" }]'),
      [
        'Service in version "v1" cannot be handled as a Service: json: cannot unmarshal string into Go struct field ServicePort.spec.ports.port of type int32',
      ],
    ],
    [
      'a TLS Secret without key',
      secret('type: kubernetes.io/tls\nstringData: { tls.crt: a }'),
      ['data[tls.key]: Required value'],
    ],
    [
      'a Secret whose data is PEM and not base64',
      secret('data: { ca.crt: "-----BEGIN CERTIFICATE-----" }'),
      ['illegal base64 data at input byte 0'],
    ],
    [
      'a ConfigMap whose value is a number',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { port: 8443 }\n',
      [
        'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
      ],
    ],
    [
      'a template without the labels that are selected',
      deployment('app: b', 'name: c, image: i'),
      [
        'spec.template.metadata.labels: Invalid value: map[string]string{"app":"b"}: `selector` does not match template `labels`',
      ],
    ],
    [
      'a mount of a volume that is not there',
      deployment('app: a', 'name: c, image: i, volumeMounts: [{ name: cert, mountPath: /c }]'),
      ['spec.template.spec.containers[0].volumeMounts[0].name: Not found: "cert"'],
    ],
  ])('refuse %s in the words of the server', (_what, text, errors) => {
    expect(answer(text)).toEqual({ status: 'rejected', errors, unknown: [] });
  });

  it('hold the name of a Service to a DNS-1035 label', () => {
    expect(answer(service('clusterIP: None', '1web')).errors).toEqual([
      expect.stringContaining(
        'metadata.name: Invalid value: "1web": a DNS-1035 label must consist',
      ),
    ]);
  });

  it('name the fields that strict decoding does not know', () => {
    const text = service('ports: [{ port: 80, targetport: 8080 }], selectors: { a: b }');
    expect(answer(text).unknown).toEqual(['spec.ports[0].targetport', 'spec.selectors']);
  });
});
