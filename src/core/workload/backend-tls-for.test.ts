import { describe, expect, it } from 'vitest';
import { backendOf, routing } from './setup.testing.ts';

/** A Deployment whose nginx.conf is mounted alone, with a Secret at /tls. */
function nginxApp(configuration: string, pod = ''): string {
  const indented = configuration.trim().replaceAll('\n', '\n    ');
  return `${routing()}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata: { labels: { app: web, extra: label } }
    spec:
      containers:
      - name: web
        image: docker.io/library/nginx:1.29
        ports: [{ containerPort: 8443, name: tls }]
        volumeMounts:
        - { name: conf, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf }
        - { name: tls, mountPath: /tls }
      volumes:
      - { name: conf, configMap: { name: conf } }
      - { name: tls, secret: { secretName: pair${pod} } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data:
  nginx.conf: |
    ${indented}
---
apiVersion: v1
kind: Secret
metadata: { name: pair }
stringData: { tls.crt: CHAIN, tls.key: KEY, ca.crt: CA }
`;
}

describe('what an nginx backend presents', () => {
  it('inherits the settings of http and lets the server block override them', () => {
    const { mode, origin, servers, unknowns } = backendOf(
      nginxApp(`
http {
  ssl_certificate /tls/tls.crt;
  ssl_certificate_key /tls/tls.key;
  ssl_protocols TLSv1.3;
  ssl_verify_client on;
  ssl_client_certificate /tls/ca.crt;
  ssl_verify_depth 3;
  server { listen 8443 ssl; server_name a.example; ssl_verify_client optional; }
  server { listen 8443 ssl default_server; server_name b.example; ssl_protocols TLSv1.2; }
}`),
    );
    expect({ mode, origin, unknowns }).toEqual({ mode: 'tls', origin: 'nginx', unknowns: [] });
    expect(
      servers.map((server) => [
        server.names,
        server.isDefault,
        server.verifyClient,
        server.verifyDepth,
        server.chain?.pem,
        server.key?.pem,
        server.clientCa?.pem,
        server.protocols,
      ]),
    ).toEqual([
      [['a.example'], false, 'optional', 3, 'CHAIN', 'KEY', 'CA', ['TLSv1.3']],
      [['b.example'], true, 'on', 3, 'CHAIN', 'KEY', 'CA', ['TLSv1.2']],
    ]);
  });

  it('calls a port without ssl plain text', () => {
    const { mode, servers } = backendOf(nginxApp('http { server { listen 8443; } }'));
    expect({ mode, servers }).toEqual({ mode: 'plaintext', servers: [] });
  });

  it('counts ssl of one listen for the whole socket', () => {
    const { mode, servers } = backendOf(
      nginxApp(`
http {
  server { listen 8443; server_name a; ssl_certificate /tls/tls.crt; ssl_certificate_key /tls/tls.key; }
  server { listen 8443 ssl; server_name b; ssl_certificate /tls/tls.crt; ssl_certificate_key /tls/tls.key; }
}`),
    );
    expect([mode, servers.map(({ names }) => names)]).toEqual(['tls', [['a'], ['b']]]);
  });

  it.each([
    [
      'http { server { listen 8443 ssl; } }',
      'no "ssl_certificate" is defined for the "listen ... ssl" directive in /etc/nginx/nginx.conf:1',
    ],
    [
      'http { server { listen 8443 ssl; ssl_certificate /tls/tls.crt; } }',
      'no "ssl_certificate_key" is defined for certificate "/tls/tls.crt"',
    ],
    [
      'http { server { listen 8443 ssl; ssl_certificate /tls/tls.crt; ssl_certificate_key /tls/tls.key; ssl_verify_client on; } }',
      'no ssl_client_certificate or ssl_trusted_certificate for ssl_verify_client',
    ],
    ['http { server { listen 8443 ssl }', 'unexpected "}" in /etc/nginx/nginx.conf:1'],
  ])('says what nginx says to %s', (configuration, message) => {
    const { findings, absence } = backendOf(nginxApp(configuration));
    expect(findings.map(({ code, params }) => [code, params.message])).toEqual([
      ['WORKLOAD-NGINX-REFUSES', message],
    ]);
    expect(absence).toEqual({ kind: 'exits', text: `[emerg] ${message}` });
  });

  it('names the mounted file that was probably meant', () => {
    const { findings, servers } = backendOf(
      nginxApp(
        'http { server { listen 8443 ssl; ssl_certificate /tls/tls.cert; ssl_certificate_key /tls/tls.key; } }',
      ),
    );
    expect(servers[0]?.chain).toBeUndefined();
    expect(findings.map(({ code, params }) => [code, params.path, params.closest])).toEqual([
      ['WORKLOAD-FILE-MISSING', '/tls/tls.cert', '/tls/tls.crt'],
    ]);
  });

  it.each([
    ['ssl_certificate /certs/$ssl_server_name.crt;', 'its path has a variable'],
    ['ssl_certificate /opt/baked-in.crt;', 'it comes from the container image'],
  ])('does not guess what %s holds', (directive, why) => {
    const { servers, unknowns } = backendOf(
      nginxApp(
        `http { server { listen 8443 ssl; ${directive} ssl_certificate_key /tls/tls.key; } }`,
      ),
    );
    expect(servers[0]?.chain).toBeUndefined();
    expect(unknowns).toEqual([expect.stringContaining(why)]);
  });

  it('says that the Service port leads nowhere when nginx listens elsewhere', () => {
    const { mode, findings } = backendOf(nginxApp('http { server { listen 9443 ssl; } }'));
    expect(mode).toBe('unknown');
    expect(findings.map(({ code, params }) => [code, params.ports])).toEqual([
      ['WORKLOAD-PORT-NOT-SERVED', '*:9443'],
    ]);
  });

  it('reports a Secret key that items names and the Secret does not have', () => {
    const { findings, absence } = backendOf(
      nginxApp('http { server { listen 8443; } }', ', items: [{ key: cert, path: tls.crt }]'),
    );
    expect(findings.map(({ code }) => code)).toEqual(['WORKLOAD-KEY-MISSING']);
    expect(absence).toEqual({
      kind: 'not-created',
      text: 'references non-existent secret key: cert',
    });
  });

  it('points every part at the field it comes from', () => {
    const { servers, workloadId } = backendOf(
      nginxApp(`
http {
  server {
    listen 8443 ssl;
    ssl_certificate /tls/tls.crt;
    ssl_certificate_key /tls/tls.key;
    ssl_trusted_certificate /tls/ca.crt;
    ssl_verify_client on;
  }
}`),
    );
    expect(workloadId).toBe('file#3');
    expect(servers[0]?.fields).toEqual({
      chain: { objectId: 'file#5', path: ['stringData', 'tls.crt'] },
      key: { objectId: 'file#5', path: ['stringData', 'tls.key'] },
      clientCa: { objectId: 'file#5', path: ['stringData', 'ca.crt'] },
      verifyClient: { objectId: 'file#4', path: ['data', 'nginx.conf'] },
      server: { objectId: 'file#4', path: ['data', 'nginx.conf'] },
    });
    expect(servers[0]?.where).toEqual({ file: '/etc/nginx/nginx.conf', line: 2 });
  });
});

describe('a backend that is no nginx', () => {
  const pod = `
apiVersion: v1
kind: Pod
metadata: { name: echo, labels: { app: web } }
spec: { containers: [{ name: echo, image: ghcr.io/echo/basic:v1, ports: [{ containerPort: 8443 }] }] }
`;

  it('says what to assign', () => {
    const { origin, mode, unknowns, assignmentTarget } = backendOf(`${routing()}\n---${pod}`);
    expect({ origin, mode, assignmentTarget }).toEqual({
      origin: 'none',
      mode: 'unknown',
      assignmentTarget: '/Pod/default/echo',
    });
    expect(unknowns).toEqual([
      'Image ghcr.io/echo/basic:v1 is not read: assign the certificate chain and key that Pod echo presents, and the client CA it demands.',
    ]);
  });

  it('takes what was assigned, by workload or by Service', () => {
    for (const target of ['/Pod/default/echo', '/Service/default/app']) {
      const { origin, mode, servers, unknowns } = backendOf(
        `${routing()}\n---${pod}`,
        [
          {
            target,
            chain: { kind: 'blob', blobId: 'b1' },
            key: { kind: 'blob', blobId: 'b2' },
            clientCa: { kind: 'blob', blobId: 'b3' },
            verifyDepth: 2,
          },
        ],
        { b1: 'CHAIN', b2: 'KEY', b3: 'CA' },
      );
      expect({ origin, mode, unknowns }).toEqual({ origin: 'assigned', mode: 'tls', unknowns: [] });
      expect(servers).toMatchObject([
        {
          chain: { pem: 'CHAIN', source: { kind: 'blob', blobId: 'b1' } },
          key: { pem: 'KEY' },
          clientCa: { pem: 'CA' },
          verifyClient: 'on',
          verifyDepth: 2,
        },
      ]);
    }
  });

  it('says when an assigned file is gone', () => {
    const { mode, findings, unknowns } = backendOf(`${routing()}\n---${pod}`, [
      { target: '/Pod/default/echo', chain: { kind: 'blob', blobId: 'gone' } },
    ]);
    expect(mode).toBe('unknown');
    expect(findings.map(({ code }) => code)).toEqual(['WORKLOAD-ASSIGNMENT-GONE']);
    expect(unknowns).toHaveLength(1);
  });
});

describe('following the Service', () => {
  it('needs a container port of the name that targetPort gives', () => {
    const { findings } = backendOf(`${routing('https')}
---
apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec: { containers: [{ name: web, image: nginx, ports: [{ containerPort: 8443, name: tls }] }] }
`);
    expect(findings.map(({ code, params }) => [code, params.names])).toEqual([
      ['WORKLOAD-PORT-NAME-MISSING', 'tls'],
    ]);
  });

  it('looks in its own namespace only', () => {
    const { unknowns, assignmentTarget } = backendOf(`${routing()}
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: other, labels: { app: web } }
spec: { containers: [{ name: web, image: nginx }] }
`);
    expect(assignmentTarget).toBe('/Service/default/app');
    expect(unknowns).toEqual([
      'No workload among the files carries the labels that Service app selects. Assign the certificates it presents and the client CA it demands.',
    ]);
  });

  it('leaves out a ReplicaSet and a Pod that a Deployment among the files owns', () => {
    const owned = (kind: string, apiVersion: string, uid: string, owner: string): string => `
---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${kind.toLowerCase()}, uid: ${uid}, labels: { app: web }, ownerReferences: [{ uid: ${owner} }] }
spec: { template: { metadata: { labels: { app: web } } }, containers: [{ name: c, image: echo }] }
`;
    const { findings, assignmentTarget } = backendOf(
      `${routing()}${owned('Pod', 'v1', 'u3', 'u2')}${owned('ReplicaSet', 'apps/v1', 'u2', 'u1')}${owned('Deployment', 'apps/v1', 'u1', 'u0')}`,
    );
    expect(findings).toEqual([]);
    expect(assignmentTarget).toBe('apps/Deployment/default/deployment');
  });

  it('names an ExternalName host as what to assign', () => {
    const { assignmentTarget } = backendOf(
      routing().replace(
        'selector: { app: web }',
        'type: ExternalName\n  externalName: api.example.org',
      ),
    );
    expect(assignmentTarget).toBe('host:api.example.org:443');
  });
});
