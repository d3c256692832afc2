import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backendCiphers, gatewayCiphers, pairFiles, type LivePair } from './pair.ts';

/** Where one pair has its files, sockets and logs. */
export interface PairPlace {
  readonly folder: string;
  readonly gatewaySocket: string;
  readonly backendSocket: string;
  readonly gatewayLog: string;
  readonly backendLog: string;
}

export function placeOf(root: string, { number }: Pick<LivePair, 'number'>): PairPlace {
  const folder = join(root, `pair-${String(number)}`);
  return {
    folder,
    gatewaySocket: join(folder, 'g.sock'),
    backendSocket: join(folder, 'b.sock'),
    gatewayLog: join(folder, 'gateway.log'),
    backendLog: join(folder, 'backend.log'),
  };
}

/** Writes certificates and keys of every pair into its folder. */
export function writePairs(root: string, pairs: readonly LivePair[]): void {
  for (const pair of pairs) {
    const { folder } = placeOf(root, pair);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(pairFiles(pair)))
      writeFileSync(join(folder, name), text);
  }
}

/** One of the two ends of every pair: each has an nginx of its own, as an error queue is shared inside a process. */
export type NginxEnd = 'gateway' | 'backend';

/** Where nobody but the start of the run knocks. */
export function readySocket(root: string, end: NginxEnd): string {
  return join(root, `${end}.sock`);
}

export function nginxConfig(root: string, pairs: readonly LivePair[], end: NginxEnd): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${root}/${end}-${kind};`,
  );
  const blockOf = end === 'gateway' ? gatewayBlock : backendBlock;
  return [
    // Without it the worker could not enter a folder that only root may.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${root}/${end}.pid;`,
    `error_log ${root}/${end}.log;`,
    'events { worker_connections 1024; }',
    'http {',
    'access_log off;',
    'keepalive_timeout 0;',
    ...temporary,
    `server { listen unix:${readySocket(root, end)}; }`,
    ...pairs.map((pair) => blockOf(placeOf(root, pair), pair)),
    '}',
    '',
  ].join('\n');
}

function gatewayBlock(place: PairPlace, pair: LivePair): string {
  const { folder, gatewaySocket, gatewayLog, backendSocket } = place;
  return [
    'server {',
    `listen unix:${gatewaySocket};`,
    `error_log ${gatewayLog} info;`,
    'location / {',
    `proxy_pass https://unix:${backendSocket}:/;`,
    'proxy_ssl_verify on;',
    `proxy_ssl_verify_depth ${String(pair.server.depth)};`,
    `proxy_ssl_trusted_certificate ${folder}/backend-ca.crt;`,
    `proxy_ssl_name "${pair.server.host}";`,
    `proxy_ssl_server_name ${pair.sendServerName ? 'on' : 'off'};`,
    `proxy_ssl_ciphers ${gatewayCiphers(pair)};`,
    'proxy_ssl_protocols TLSv1.2 TLSv1.3;',
    ...(pair.presents
      ? [
          `proxy_ssl_certificate ${folder}/gateway.crt;`,
          `proxy_ssl_certificate_key ${folder}/gateway.key;`,
        ]
      : []),
    '}',
    '}',
  ].join('\n');
}

function backendBlock({ folder, backendSocket, backendLog }: PairPlace, pair: LivePair): string {
  return [
    'server {',
    `listen unix:${backendSocket} ssl;`,
    `error_log ${backendLog} info;`,
    `ssl_protocols ${pair.backendVersions.join(' ')};`,
    `ssl_ciphers ${backendCiphers};`,
    `ssl_certificate ${folder}/backend.crt;`,
    `ssl_certificate_key ${folder}/backend.key;`,
    `ssl_verify_client ${pair.verifyClient};`,
    `ssl_verify_depth ${String(pair.client.depth)};`,
    ...(pair.verifyClient === 'off' ? [] : [`ssl_client_certificate ${folder}/gateway-ca.crt;`]),
    'location / { return 200 "ok"; }',
    '}',
  ].join('\n');
}
