import { describe, expect, it } from 'vitest';
import { backendOf, routing } from '../setup.testing.ts';

const TLS = `
        - { name: TLS_SERVER_CERT, value: /etc/tls/tls.crt }
        - { name: TLS_SERVER_PRIVKEY, value: /etc/tls/tls.key }`;

function echo(env: string, { targetPort = '8443', more = '', image = 'echo-basic:v1.5.1' } = {}) {
  return backendOf(`${routing(targetPort)}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
      - name: proxy
        image: example.com/proxy:1
        ports: [{ containerPort: 15000 }]
      - name: echo
        image: registry.k8s.io/gateway-api/${image}
        ports: [{ containerPort: 8443 }, { containerPort: 3000 }, { containerPort: 9443 }]
        volumeMounts: [{ name: tls, mountPath: /etc/tls }]
        ${more}
        env:
        - { name: POD_NAME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }${env}
      volumes:
      - { name: tls, secret: { secretName: pair } }
---
apiVersion: v1
kind: Secret
metadata: { name: pair }
stringData: { tls.crt: CHAIN, tls.key: KEY, ca.crt: CA }
`);
}

const summary = ({
  origin,
  mode,
  software,
  servers,
  unknowns,
  findings,
  absence,
}: ReturnType<typeof echo>) => ({
  origin,
  mode,
  software,
  servers: servers.map(({ chain, key, clientCa, verifyClient }) => [
    chain?.pem,
    key?.pem,
    clientCa?.pem,
    verifyClient,
  ]),
  unknowns,
  findings: findings.map(({ code, params }) => `${code} ${params.path ?? params.ports ?? ''}`),
  absence: absence?.text,
});

const READ = { origin: 'environment', software: 'go', unknowns: [], findings: [] };

describe('what echo-basic presents', () => {
  it('is in the files that its environment names', () => {
    expect(summary(echo(TLS))).toEqual({
      ...READ,
      mode: 'tls',
      servers: [['CHAIN', 'KEY', undefined, 'off']],
    });
  });

  it('checks client certificates when one is given, with client CAs', () => {
    const backend = echo(`${TLS}\n        - { name: TLS_CLIENT_CACERTS, value: /etc/tls/ca.crt }`);
    expect(summary(backend)).toEqual({
      ...READ,
      mode: 'tls',
      servers: [['CHAIN', 'KEY', 'CA', 'optional']],
    });
    expect(backend.servers[0]?.fields.verifyClient?.path.join('.')).toBe(
      'spec.template.spec.containers.1.env.3.value',
    );
  });

  it('speaks plain HTTP on the port for that', () => {
    expect(summary(echo(TLS, { targetPort: '3000' }))).toEqual({
      ...READ,
      mode: 'plaintext',
      servers: [],
    });
  });

  it('takes the port from HTTPS_PORT', () => {
    const env = `${TLS}\n        - { name: HTTPS_PORT, value: "9443" }`;
    expect(echo(env, { targetPort: '9443' }).mode).toBe('tls');
    expect(summary(echo(env))).toMatchObject({
      findings: ['WORKLOAD-PORT-NOT-SERVED *:3000, *:3001, *:9443'],
      absence: 'nothing listens on port 8443',
    });
  });

  it('does not open the TLS port without certificate and key, which a misspelt name comes to', () => {
    const backend = echo(TLS.replace('PRIVKEY', 'PRIV_KEY'));
    expect(summary(backend)).toMatchObject({
      mode: 'unknown',
      findings: ['WORKLOAD-PORT-NOT-SERVED *:3000, *:3001'],
      absence: 'nothing listens on port 8443',
    });
    expect(backend.findings[0]?.params.remedy).toContain('TLS_SERVER_PRIVKEY');
  });

  it('does not start with a file that its volume lacks', () => {
    const backend = echo(TLS.replace('tls.crt', 'tls.cert'));
    expect(summary(backend)).toMatchObject({
      findings: ['WORKLOAD-FILE-MISSING /etc/tls/tls.cert'],
      absence:
        'panic: Failed to start listening: open /etc/tls/tls.cert: no such file or directory',
    });
    expect(backend.findings[0]?.params.closest).toBe('/etc/tls/tls.crt');
  });

  it.each([
    ['envFrom', TLS, 'envFrom: [{ configMapRef: { name: settings } }]'],
    [
      'valueFrom',
      TLS.replace('value: /etc/tls/tls.crt', 'valueFrom: { secretKeyRef: { name: a, key: b } }'),
      '',
    ],
    ['GRPC_ECHO_SERVER', `${TLS}\n        - { name: GRPC_ECHO_SERVER, value: "1" }`, ''],
    ['the container image', TLS.replace('/etc/tls', '/certs'), ''],
  ])('says what it cannot read: %s', (what, env, more) => {
    const { unknowns, findings } = echo(env, { more });
    expect(findings).toEqual([]);
    expect(unknowns.join(' ')).toContain(what);
  });
});
