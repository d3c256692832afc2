import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePem } from '../../src/core/pki/encode-pem.ts';
import type { LiveCertificate } from './certificate.ts';
import type { LiveCase } from './generate-case.ts';

/** A gateway and its backend: `server` is what the gateway verifies, `client` what the backend does. */
export interface NginxPair {
  readonly server: LiveCase;
  readonly client: LiveCase;
}

/** Where one pair has its files, sockets and logs. */
export interface NginxPlace {
  readonly folder: string;
  readonly gatewaySocket: string;
  readonly gatewayLog: string;
  readonly backendLog: string;
}

export function placeOf(root: string, { server }: NginxPair): NginxPlace {
  const folder = join(root, `pair-${String(server.number)}`);
  return {
    folder,
    gatewaySocket: join(folder, 'g.sock'),
    gatewayLog: join(folder, 'gateway.log'),
    backendLog: join(folder, 'backend.log'),
  };
}

/** The level at which nginx verifies; above 2 the handshake itself refuses ordinary keys. */
export function gatewayLevel({ securityLevel }: LiveCase): 0 | 1 | 2 {
  return securityLevel > 2 ? 2 : (securityLevel as 0 | 1 | 2);
}

/** Writes certificates, keys, CRLs and the configuration for all pairs; @returns its path. */
export function writeNginxConfig(root: string, pairs: readonly NginxPair[]): string {
  for (const pair of pairs) writeMaterial(placeOf(root, pair).folder, pair);
  const path = join(root, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${root}/${kind};`,
  );
  writeFileSync(
    path,
    [
      // Without it the worker could not enter a folder that only root may.
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'daemon off;',
      'worker_processes 1;',
      `pid ${root}/nginx.pid;`,
      `error_log ${root}/error.log;`,
      'events { worker_connections 512; }',
      'http {',
      'access_log off;',
      ...temporary,
      ...pairs.flatMap((pair) => [gatewayBlock(root, pair), backendBlock(root, pair)]),
      '}',
      '',
    ].join('\n'),
  );
  return path;
}

function writeMaterial(folder: string, { server, client }: NginxPair): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  for (const [name, live, verified] of [
    ['backend', server, server],
    ['gateway', client, client],
  ] as const) {
    write(`${name}.crt`, certificates([live.leaf, ...live.others]));
    write(`${name}.key`, live.leaf.key.key.export({ type: 'pkcs8', format: 'pem' }).toString());
    write(`${name}-ca.crt`, certificates(verified.anchors));
    const crls = verified.crls ?? [];
    write(`${name}.crl`, crls.map((der) => encodePem('X509 CRL', der)).join(''));
  }
}

function certificates(list: readonly LiveCertificate[]): string {
  return list.map(({ der }) => encodePem('CERTIFICATE', der)).join('');
}

/** nginx refuses a file without a CRL. */
export function hasCrls({ crls = [] }: LiveCase): boolean {
  return crls.length > 0;
}

function gatewayBlock(root: string, pair: NginxPair): string {
  const { folder, gatewaySocket, gatewayLog } = placeOf(root, pair);
  const { server } = pair;
  return [
    'server {',
    `listen unix:${gatewaySocket};`,
    `error_log ${gatewayLog} info;`,
    'location / {',
    `proxy_pass https://unix:${folder}/b.sock:/;`,
    'proxy_ssl_verify on;',
    `proxy_ssl_verify_depth ${String(server.depth)};`,
    `proxy_ssl_trusted_certificate ${folder}/backend-ca.crt;`,
    ...(hasCrls(server) ? [`proxy_ssl_crl ${folder}/backend.crl;`] : []),
    `proxy_ssl_name "${server.host}";`,
    `proxy_ssl_ciphers DEFAULT:@SECLEVEL=${String(gatewayLevel(server))};`,
    'proxy_ssl_protocols TLSv1.2 TLSv1.3;',
    `proxy_ssl_certificate ${folder}/gateway.crt;`,
    `proxy_ssl_certificate_key ${folder}/gateway.key;`,
    '}',
    '}',
  ].join('\n');
}

function backendBlock(root: string, pair: NginxPair): string {
  const { folder, backendLog } = placeOf(root, pair);
  const { client } = pair;
  return [
    'server {',
    `listen unix:${folder}/b.sock ssl;`,
    `error_log ${backendLog} info;`,
    'ssl_protocols TLSv1.2 TLSv1.3;',
    // Loads whatever the case has; the client is verified at this level too.
    'ssl_ciphers DEFAULT:@SECLEVEL=0;',
    `ssl_certificate ${folder}/backend.crt;`,
    `ssl_certificate_key ${folder}/backend.key;`,
    'ssl_verify_client on;',
    `ssl_verify_depth ${String(client.depth)};`,
    `ssl_client_certificate ${folder}/gateway-ca.crt;`,
    ...(hasCrls(client) ? [`ssl_crl ${folder}/gateway.crl;`] : []),
    'location / { return 200 "ok"; }',
    '}',
  ].join('\n');
}
