import { beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../model/index.ts';
import { makeCa, makeLeaf, testCrypto, TEST_START } from '../../pki/issuing/chain.testing.ts';
import type { IssuedCertificate } from '../../pki/index.ts';
import { createAnalyzer } from '../create-analyzer.ts';
import { blob, indented, traffic, workspaceOf } from './placement.testing.ts';

const analyzer = createAnalyzer();
const options = { now: TEST_START + 86_400_000, crypto: testCrypto };
const PAIR = '/Secret/default/pair';
const CLIENTS = '/ConfigMap/default/clients';

let ca: IssuedCertificate;
let server: IssuedCertificate;
let gateway: IssuedCertificate;

beforeAll(async () => {
  ca = await makeCa('App CA');
  server = await makeLeaf('app.example.com', ca, { eku: ['serverAuth'] });
  gateway = await makeLeaf('gw', ca, { eku: ['clientAuth'] });
});

const nginx = (directives: string, volumes: string, mounts = ''): string => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data:
  nginx.conf: |
    events {}
    http { server { listen 8443 ssl; ${directives} } }
---
${deployment(
  `image: nginx:1.29
        volumeMounts:
        - { name: conf, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf }
        - { name: tls, mountPath: /etc/tls }${mounts}`,
  `- { name: conf, configMap: { name: conf } }
      ${volumes}`,
)}`;

const deployment = (container: string, volumes: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: app }
spec:
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec:
      containers:
      - name: app
        ${container}
        ports: [{ containerPort: 8443 }]
      volumes:
      ${volumes}
`;

const MOUNTED = '- { name: tls, secret: { secretName: pair } }';
const OTHER = 'ssl_certificate /etc/tls/server.crt; ssl_certificate_key /etc/tls/server.key;';

/** The gateway trusts the CA and has a certificate; the pair and the CA lie on the shelf. */
const setup = (workload: string): Workspace =>
  workspaceOf(
    `${traffic('held')}${indented(ca.certificatePem)}---
apiVersion: v1
kind: Secret
metadata: { name: gw-cert }
type: kubernetes.io/tls
stringData:
  tls.crt: |
${indented(gateway.certificatePem)}  tls.key: |
${indented(gateway.keyPem)}${workload}`,
    [
      blob('server.pem', server.certificatePem),
      blob('server.key', server.keyPem),
      blob('ca.pem', ca.certificatePem),
    ],
  );

async function drop(workspace: Workspace, ids: readonly string[], objectKey: string) {
  const { files, placed } = await analyzer.placeOnto(workspace, ids, objectKey, options);
  return { placed, workspace: { ...workspace, files } };
}

async function stateOf(workspace: Workspace) {
  const { findings, handshakes } = await analyzer(workspace, options);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { errors, headline: handshakes[0]?.outcome.headline };
}

const last = ({ files }: Workspace): string => files[0]?.text.split('\n---\n').at(-1) ?? '';

/** Type and data keys, in the order of the text. */
const shapeOf = (text: string): readonly string[] => [
  ...[...text.matchAll(/^type: (.*)$/gm)].map(([, type = '']) => type),
  ...[...text.slice(text.indexOf('\ndata:')).matchAll(/^ {2}([-.\w]+):/gm)].map(
    ([, key = '']) => key,
  ),
];

describe('a certificate and its key dropped on a Secret that pods mount and that is missing', () => {
  it.each<[string, string, string[]]>([
    [
      'the usual names',
      nginx('ssl_certificate /etc/tls/tls.crt; ssl_certificate_key /etc/tls/tls.key;', MOUNTED),
      ['kubernetes.io/tls', 'tls.crt', 'tls.key'],
    ],
    ['other names', nginx(OTHER, MOUNTED), ['Opaque', 'server.crt', 'server.key']],
    [
      'names that end in .pem',
      nginx('ssl_certificate /etc/tls/cert.pem; ssl_certificate_key /etc/tls/key.pem;', MOUNTED),
      ['Opaque', 'cert.pem', 'key.pem'],
    ],
    [
      'a name that says nothing of a key',
      nginx('ssl_certificate /etc/tls/one.pem; ssl_certificate_key /etc/tls/two.pem;', MOUNTED),
      ['Opaque', 'one.pem', 'two.pem'],
    ],
    [
      'names that items map to the usual keys',
      nginx(
        OTHER,
        '- { name: tls, secret: { secretName: pair, items: [{ key: tls.crt, path: server.crt }, { key: tls.key, path: server.key }] } }',
      ),
      ['kubernetes.io/tls', 'tls.crt', 'tls.key'],
    ],
    [
      'names that items map to other keys',
      nginx(
        'ssl_certificate /etc/tls/tls.crt; ssl_certificate_key /etc/tls/tls.key;',
        '- { name: tls, secret: { secretName: pair, items: [{ key: chain.pem, path: tls.crt }, { key: private, path: tls.key }] } }',
      ),
      ['Opaque', 'chain.pem', 'private'],
    ],
    [
      'the environment of echo-basic',
      `---\n${deployment(
        `image: gcr.io/k8s-staging-gateway-api/echo-basic:v1.4.0
        env: [{ name: TLS_SERVER_CERT, value: /etc/tls/crt }, { name: TLS_SERVER_PRIVKEY, value: /etc/tls/key }]
        volumeMounts: [{ name: tls, mountPath: /etc/tls }]`,
        MOUNTED,
      )}`,
      ['Opaque', 'crt', 'key'],
    ],
  ])('make one with %s, and the handshake passes', async (_, workload, shape) => {
    const before = setup(workload);
    expect(await stateOf(before)).toEqual({
      errors: ['REFERENCE-TARGET-MISSING'],
      headline: 'Not checked',
    });
    const { placed, workspace } = await drop(before, ['server.pem', 'server.key'], PAIR);
    expect(placed).toEqual(['server.pem', 'server.key']);
    expect(shapeOf(last(workspace))).toEqual(shape);
    expect(await stateOf(workspace)).toEqual({ errors: [], headline: 'All 8 steps pass' });
  });
});

const DEMAND =
  'ssl_verify_client on; ssl_client_certificate /etc/clients/clients.pem; ssl_verify_depth 2;';

describe('a client CA', () => {
  it('dropped on a missing ConfigMap gets the name that nginx reads', async () => {
    const mounts = '\n        - { name: clients, mountPath: /etc/clients }';
    const volumes = `${MOUNTED}\n      - { name: clients, configMap: { name: clients } }`;
    const before = setup(nginx(`${OTHER} ${DEMAND}`, volumes, mounts));
    expect((await stateOf(before)).errors).toEqual([
      'REFERENCE-TARGET-MISSING',
      'REFERENCE-TARGET-MISSING',
    ]);
    const { takers } = await analyzer(before, options);
    expect(takers.find(({ objectKey }) => objectKey === CLIENTS)).toMatchObject({
      takes: 'authority',
      as: 'as clients.pem',
    });
    const first = await drop(before, ['server.pem', 'server.key'], PAIR);
    const { workspace } = await drop(first.workspace, ['ca.pem'], CLIENTS);
    expect(shapeOf(last(workspace))).toEqual(['clients.pem']);
    expect(await stateOf(workspace)).toEqual({ errors: [], headline: 'All 11 steps pass' });
  });
});

describe('a Secret that is there and lacks what is read', () => {
  const holding = (keys: Readonly<Record<string, string>>): Workspace =>
    setup(`${nginx(OTHER, MOUNTED)}---
apiVersion: v1
kind: Secret
metadata: { name: pair }
stringData:
${Object.entries(keys)
  .map(([key, pem]) => `  ${key}: |\n${indented(pem)}`)
  .join('')}`);

  it('gets the names that are read beside its own', async () => {
    const before = holding({ 'tls.crt': server.certificatePem, 'tls.key': server.keyPem });
    expect(await stateOf(before)).toMatchObject({
      errors: ['WORKLOAD-FILE-MISSING', 'WORKLOAD-FILE-MISSING'],
    });
    const { blobs } = await analyzer(before, options);
    const place = blobs[0]?.places.find(({ targetKey }) => targetKey === PAIR);
    expect(place).toMatchObject({ as: 'as server.crt and server.key', effect: null });
    const { workspace } = await drop(before, ['server.pem', 'server.key'], PAIR);
    expect(last(workspace).startsWith(last(before).trimEnd())).toBe(true);
    expect(await stateOf(workspace)).toEqual({ errors: [], headline: 'All 8 steps pass' });
  });

  it('gets the key alone where the certificate stands', async () => {
    const before = holding({ 'server.crt': server.certificatePem });
    expect((await stateOf(before)).errors).toEqual(['WORKLOAD-FILE-MISSING']);
    const { placed, workspace } = await drop(before, ['server.key'], PAIR);
    expect(placed).toEqual(['server.key']);
    expect(await stateOf(workspace)).toEqual({ errors: [], headline: 'All 8 steps pass' });
  });

  it('says that a new certificate replaces the key that stands there', async () => {
    const before = holding({ 'tls.crt': server.certificatePem, 'server.key': server.keyPem });
    const { blobs } = await analyzer(before, options);
    const place = blobs[0]?.places.find(({ targetKey }) => targetKey === PAIR);
    expect(place).toMatchObject({ as: 'as server.crt and server.key', effect: 'replace' });
  });
});
