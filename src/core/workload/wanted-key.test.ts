import { describe, expect, it } from 'vitest';
import { backendOf, routing } from './setup.testing.ts';

interface Pod {
  readonly image?: string;
  /** Lines of the container behind its image. */
  readonly container: string;
  readonly volumes: string;
  readonly objects?: string;
}

const wantedBy = ({ image = 'nginx:1.29', container, volumes, objects = '' }: Pod) =>
  backendOf(`${routing()}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
      - name: web
        image: ${image}
        ports: [{ containerPort: 8443 }]
${container}
      volumes:
      - { name: conf, configMap: { name: conf } }
${volumes}
${objects}`).wanted?.map(({ part, objectKey, dataKey }) => `${part}: ${objectKey} ${dataKey}`);

const nginx = (directives: string): string => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data:
  nginx.conf: |
    http { server { listen 8443 ssl; ${directives} } }
`;

const mounts = (more: string): string => `        volumeMounts:
        - { name: conf, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf }
        ${more}`;

const PAIR = 'ssl_certificate /etc/tls/server.crt; ssl_certificate_key /etc/tls/server.key;';
const SECRET = '      - { name: tls, secret: { secretName: pair } }';
const AT_TLS = mounts('- { name: tls, mountPath: /etc/tls }');

describe('the data keys that a workload reads and does not find', () => {
  it.each<[string, Pod, string[]]>([
    [
      'the usual names',
      {
        container: AT_TLS,
        volumes: SECRET,
        objects: nginx(
          'ssl_certificate /etc/tls/tls.crt; ssl_certificate_key /etc/tls/../tls/tls.key;',
        ),
      },
      ['certificate: /Secret/default/pair tls.crt', 'key: /Secret/default/pair tls.key'],
    ],
    [
      'other names',
      { container: AT_TLS, volumes: SECRET, objects: nginx(PAIR) },
      ['certificate: /Secret/default/pair server.crt', 'key: /Secret/default/pair server.key'],
    ],
    [
      'names that items map',
      {
        container: AT_TLS,
        volumes: `      - name: tls
        secret:
          secretName: pair
          items: [{ key: tls.crt, path: server.crt }, { key: private, path: server.key }]`,
        objects: nginx(PAIR),
      },
      ['certificate: /Secret/default/pair tls.crt', 'key: /Secret/default/pair private'],
    ],
    [
      'files mounted alone by subPath',
      {
        container: mounts(
          `- { name: tls, mountPath: /etc/tls/server.crt, subPath: app.pem }
        - { name: tls, mountPath: /etc/tls/server.key, subPath: app-key.pem }`,
        ),
        volumes: SECRET,
        objects: nginx(PAIR),
      },
      ['certificate: /Secret/default/pair app.pem', 'key: /Secret/default/pair app-key.pem'],
    ],
    [
      'a folder of items, mounted by subPath',
      {
        container: mounts('- { name: tls, mountPath: /etc/tls, subPath: live }'),
        volumes: `      - name: tls
        secret:
          secretName: pair
          items: [{ key: cert, path: live/server.crt }, { key: key, path: live/server.key }]`,
        objects: nginx(PAIR),
      },
      ['certificate: /Secret/default/pair cert', 'key: /Secret/default/pair key'],
    ],
    [
      'a client CA in a ConfigMap',
      {
        container: mounts(`- { name: tls, mountPath: /etc/tls }
        - { name: ca, mountPath: /etc/clients }`),
        volumes: `${SECRET}
      - { name: ca, configMap: { name: clients } }`,
        objects: nginx(
          `${PAIR} ssl_verify_client on; ssl_client_certificate /etc/clients/clients.pem;`,
        ),
      },
      [
        'certificate: /Secret/default/pair server.crt',
        'key: /Secret/default/pair server.key',
        'authority: /ConfigMap/default/clients clients.pem',
      ],
    ],
    [
      'sources of a projected volume, each with what is usual for its kind',
      {
        container: AT_TLS,
        volumes: `      - name: tls
        projected:
          sources: [{ configMap: { name: clients } }, { secret: { name: pair } }]`,
        objects: nginx(`${PAIR} ssl_verify_client on; ssl_client_certificate /etc/tls/ca.pem;`),
      },
      [
        'certificate: /Secret/default/pair server.crt',
        'key: /Secret/default/pair server.key',
        'authority: /ConfigMap/default/clients ca.pem',
      ],
    ],
    [
      'the environment of echo-basic',
      {
        image: 'gcr.io/k8s-staging-gateway-api/echo-basic:v1.4.0',
        container: `        volumeMounts: [{ name: tls, mountPath: /etc/tls }]
        env:
        - { name: TLS_SERVER_CERT, value: /etc/tls/crt }
        - { name: TLS_SERVER_PRIVKEY, value: /etc/tls/key }
        - { name: TLS_CLIENT_CACERTS, value: /etc/tls/clients }`,
        volumes: SECRET,
      },
      [
        'certificate: /Secret/default/pair crt',
        'key: /Secret/default/pair key',
        'authority: /Secret/default/pair clients',
      ],
    ],
    [
      'one key of a Secret that is there',
      {
        container: AT_TLS,
        volumes: SECRET,
        objects: `${nginx(PAIR)}---
apiVersion: v1
kind: Secret
metadata: { name: pair }
stringData: { server.crt: CHAIN, tls.key: KEY }
`,
      },
      ['key: /Secret/default/pair server.key'],
    ],
  ])('tells %s', (_, pod, expected) => {
    expect(wantedBy(pod)).toEqual(expected);
  });

  it.each<[string, Pod]>([
    [
      'a file that is there',
      {
        container: AT_TLS,
        volumes: SECRET,
        objects: `${nginx(PAIR)}---
apiVersion: v1
kind: Secret
metadata: { name: pair }
stringData: { server.crt: CHAIN, server.key: KEY }
`,
      },
    ],
    [
      'a file that items leave out',
      {
        container: AT_TLS,
        volumes:
          '      - { name: tls, secret: { secretName: pair, items: [{ key: a, path: b }] } }',
        objects: nginx(PAIR),
      },
    ],
    [
      'a file in a folder that no key can name, and one of the image',
      {
        container: AT_TLS,
        volumes: SECRET,
        objects: nginx(
          'ssl_certificate /etc/tls/live/server.crt; ssl_certificate_key /etc/ssl/server.key;',
        ),
      },
    ],
  ])('names no key for %s', (_, pod) => {
    expect(wantedBy(pod)).toBeUndefined();
  });
});
