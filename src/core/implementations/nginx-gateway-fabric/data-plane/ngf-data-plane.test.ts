import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../gateway-api/index.ts';
import { configMap, issueCa, resolveYaml, secret, service, setup } from '../setup.testing.ts';
import { ngfDataPlane } from './ngf-data-plane.ts';

const ca = await issueCa('Test CA');
const pem = ca.certificatePem;
const authority = configMap('ca', pem);
const pair = secret('pair', { 'tls.crt': pem, 'tls.key': ca.keyPem });
const CLIENT = 'tls: { backend: { clientCertificateRef: { name: pair } } }';

function lines(resolution: Resolution, version = '2.7', backendRefIndex = 0) {
  const connection = resolution.connections.find(
    (candidate) => candidate.backendRefIndex === backendRefIndex,
  );
  if (connection === undefined) throw new Error('The manifests make no such connection.');
  return ngfDataPlane(connection, resolution, version).lines;
}

const text = (...args: Parameters<typeof lines>): string[] =>
  lines(...args).map((line) => line.text);

describe('the nginx configuration of a sound setup', () => {
  const sound = resolveYaml(...setup({ gatewaySpec: CLIENT }), authority, pair);

  it('2.7: client certificate, upstream, server, location', () => {
    expect(text(sound)).toEqual([
      'proxy_ssl_certificate /etc/nginx/secrets/ssl_keypair_default_pair.pem;',
      'proxy_ssl_certificate_key /etc/nginx/secrets/ssl_keypair_default_pair.pem;',
      'upstream default_app_443 {',
      '    random two least_conn;',
      '    zone default_app_443 512k;',
      '    server <endpoint>:443;',
      '}',
      'server {',
      '    listen 80;',
      '    listen [::]:80;',
      '    server_name ~^;',
      '    location / {',
      '        proxy_http_version 1.1;',
      '        proxy_set_header Host "$gw_api_compliant_host";',
      '        proxy_set_header X-Forwarded-For "$proxy_add_x_forwarded_for";',
      '        proxy_set_header X-Real-IP "$remote_addr";',
      '        proxy_set_header X-Forwarded-Proto "$scheme";',
      '        proxy_set_header X-Forwarded-Host "$host";',
      '        proxy_set_header X-Forwarded-Port "$server_port";',
      '        proxy_set_header Upgrade "$http_upgrade";',
      '        proxy_set_header Connection "$connection_keepalive";',
      '        proxy_pass https://default_app_443;',
      '        proxy_ssl_server_name on;',
      '        proxy_ssl_verify on;',
      '        proxy_ssl_verify_depth 4;',
      '        proxy_ssl_name app.example;',
      '        proxy_ssl_trusted_certificate /etc/nginx/secrets/cert_bundle_default_ca.crt;',
      '    }',
      '}',
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['2.7', ['proxy_ssl_verify_depth 4;'], ['keepalive 16;']],
    ['2.6', ['proxy_ssl_verify_depth 4;', 'keepalive 16;'], []],
    [
      '2.5',
      ['keepalive 16;', 'proxy_pass https://default_app_443;'],
      ['proxy_ssl_verify_depth 4;'],
    ],
    [
      '2.4',
      [
        'keepalive 16;',
        'proxy_pass https://default_app_443$request_uri;',
        'proxy_set_header Connection "$connection_keepalive";',
        'proxy_ssl_certificate /etc/nginx/secrets/ssl_keypair_default_pair.pem;',
      ],
      ['proxy_ssl_verify_depth 4;'],
    ],
    [
      '2.3',
      [
        'proxy_set_header Connection "$connection_upgrade";',
        'proxy_ssl_certificate /etc/nginx/secrets/ssl_keypair_default_pair.pem;',
      ],
      ['keepalive 16;'],
    ],
    [
      '2.2',
      ['proxy_pass https://default_app_443$request_uri;'],
      ['proxy_ssl_certificate /etc/nginx/secrets/ssl_keypair_default_pair.pem;'],
    ],
  ])('%s has %j and not %j', (version, present, absent) => {
    const found = text(sound, version).map((line) => line.trim());
    expect(found).toEqual(expect.arrayContaining([...present]));
    expect(found.filter((line) => absent.includes(line))).toEqual([]);
  });

  it('links each line to the field that made it', () => {
    const made = new Map(lines(sound).map((line) => [line.text.trim(), line.from]));
    const validation = ['spec', 'validation'];
    expect(
      made.get('proxy_ssl_certificate /etc/nginx/secrets/ssl_keypair_default_pair.pem;'),
    ).toEqual({ objectId: 'file#0', path: ['spec', 'tls', 'backend', 'clientCertificateRef'] });
    expect(made.get('listen 80;')).toEqual({
      objectId: 'file#0',
      path: ['spec', 'listeners', 0, 'port'],
    });
    expect(made.get('proxy_pass https://default_app_443;')).toEqual({
      objectId: 'file#1',
      path: ['spec', 'rules', 0, 'backendRefs', 0],
    });
    expect(made.get('server <endpoint>:443;')).toEqual({
      objectId: 'file#2',
      path: ['spec', 'ports', 0],
    });
    expect(made.get('proxy_ssl_verify on;')).toEqual({ objectId: 'file#3', path: validation });
    expect(made.get('proxy_ssl_name app.example;')).toEqual({
      objectId: 'file#3',
      path: [...validation, 'hostname'],
    });
    expect(
      made.get('proxy_ssl_trusted_certificate /etc/nginx/secrets/cert_bundle_default_ca.crt;'),
    ).toEqual({ objectId: 'file#3', path: [...validation, 'caCertificateRefs', 0] });
    expect(made.get('proxy_http_version 1.1;')).toBeUndefined();
  });
});

describe('the nginx configuration', () => {
  it('gives gRPC upstreams grpc_ssl directives and no client certificate of their own', () => {
    const parts = setup({ gatewaySpec: CLIENT, routeKind: 'GRPCRoute' });
    const found = text(resolveYaml(...parts, authority, pair)).map((line) => line.trim());
    expect(found.filter((line) => line.startsWith('grpc_') && !line.includes('header'))).toEqual([
      'grpc_pass grpcs://default_app_443;',
      'grpc_ssl_server_name on;',
      'grpc_ssl_verify on;',
      'grpc_ssl_verify_depth 4;',
      'grpc_ssl_name app.example;',
      'grpc_ssl_trusted_certificate /etc/nginx/secrets/cert_bundle_default_ca.crt;',
    ]);
    expect(found).toContain('grpc_set_header Authority "$gw_api_compliant_host";');
    expect(found).toContain('include /etc/nginx/grpc-error-locations.conf;');
  });

  it('trusts the list of the image for System', () => {
    const validation = 'hostname: app.example, wellKnownCACertificates: System';
    expect(text(resolveYaml(...setup({ validation })))).toContain(
      '        proxy_ssl_trusted_certificate /etc/ssl/cert.pem;',
    );
  });

  it('passes on in plain HTTP without a policy', () => {
    const [gateway = '', route = '', app = ''] = setup();
    const found = text(resolveYaml(gateway, route, app));
    expect(found).toContain('        proxy_pass http://default_app_443;');
    expect(found.filter((line) => line.includes('_ssl_'))).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    [
      '2.7',
      [
        'upstream invalid-backend-ref {',
        '    server unix:/var/run/nginx/nginx-500-server.sock;',
        '}',
      ],
    ],
    [
      '2.2',
      [
        'upstream invalid-backend-ref {',
        '    random two least_conn;',
        '    server unix:/var/run/nginx/nginx-500-server.sock;',
        '}',
      ],
    ],
  ])('%s answers 500 for an invalid policy', (version, upstream) => {
    const resolution = resolveYaml(...setup({ validation: 'hostname: app.example' }));
    const found = text(resolution, version);
    expect(found.slice(0, upstream.length)).toEqual(upstream);
    expect(found.slice(-5)).toEqual([
      'server {',
      '    listen unix:/var/run/nginx/nginx-500-server.sock;',
      '    access_log off;',
      '    return 500;',
      '}',
    ]);
    expect(found.some((line) => line.includes('proxy_pass http://invalid-backend-ref'))).toBe(true);
  });

  it.each([
    ['2.7', 'group_default__route_rule0_pathRule0'],
    ['2.2', 'group_default__route_rule0'],
  ])(
    '%s shares requests among backends, and sends https to the one that answers 500',
    (version, group) => {
      const backendRefs =
        '{ name: none, port: 443, weight: 1 }, { name: app, port: 443, weight: 2 }';
      const resolution = resolveYaml(...setup({ backendRefs }), authority);
      const found = text(resolution, version);
      expect(found.slice(0, 4)).toEqual([
        `split_clients $request_id $${group} {`,
        '    33.33% invalid-backend-ref;',
        '    66.67% default_app_443;',
        '}',
      ]);
      const uri = version === '2.2' ? '$request_uri' : '';
      expect(found).toContain(`        proxy_pass https://$${group}${uri};`);
      expect(found).toContain('    return 500;');
    },
  );

  it.each<[string, readonly string[]]>([
    ['path: { type: Exact, value: /a }', ['location = /a {']],
    ['path: { value: /a }', ['location /a/ {', 'location = /a {']],
    ['path: { type: RegularExpression, value: /a.* }', ['location ~ ^/a.* {']],
    ['method: GET', ['location /_ngf-internal-rule0-route0 {']],
  ])('match %s makes %j', (match, locations) => {
    const parts = setup().map((manifest) =>
      manifest.replace('rules: [{', `rules: [{ matches: [{ ${match} }],`),
    );
    const found = text(resolveYaml(...parts, authority)).map((line) => line.trim());
    expect(found.filter((line) => line.startsWith('location'))).toEqual(locations);
    expect(found.includes('internal;')).toBe(match === 'method: GET');
    const uri = match === 'method: GET' ? '$request_uri' : '';
    expect(found).toContain(`proxy_pass https://default_app_443${uri};`);
  });

  it('names the listener certificate, the host name and the address of an ExternalName Service', () => {
    const parts = setup().map((manifest) =>
      manifest
        .replace(
          'port: 80, protocol: HTTP',
          'port: 8443, protocol: HTTPS, tls: { certificateRefs: [{ name: front, namespace: ns }] }',
        )
        .replace('spec: { parentRefs', 'spec: { hostnames: [shop.example], parentRefs')
        .replace(
          'gatewayClassName: nginx,',
          'gatewayClassName: nginx, infrastructure: { parametersRef: { group: gateway.nginx.org, kind: NginxProxy, name: proxy } },',
        )
        .replace('spec: { ports', 'spec: { type: ExternalName, externalName: x.example, ports'),
    );
    const proxy =
      'apiVersion: gateway.nginx.org/v1alpha2\nkind: NginxProxy\nmetadata: { name: proxy }\nspec: { dnsResolver: { addresses: [] } }';
    const found = text(resolveYaml(...parts, authority, proxy)).map((line) => line.trim());
    expect(found).toEqual(
      expect.arrayContaining([
        'listen 8443 ssl;',
        'ssl_certificate /etc/nginx/secrets/ssl_keypair_ns_front.pem;',
        'server_name shop.example;',
        'server x.example:443 resolve;',
        'proxy_set_header Host "x.example";',
      ]),
    );
  });

  it('leaves out a backend that only another rule names', () => {
    const found = text(resolveYaml(...setup(), authority, service('idle')));
    expect(found.some((line) => line.includes('idle'))).toBe(false);
  });
});
