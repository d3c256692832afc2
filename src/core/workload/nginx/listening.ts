import type { NginxServer } from './servers.ts';

/** The servers behind one port as a gateway reaches it. */
export interface Listening {
  readonly ssl: boolean;
  readonly servers: readonly { readonly server: NginxServer; readonly isDefault: boolean }[];
  readonly address: string;
}

const LOOPBACK = /^(?:127\.|localhost$|\[::1\]$)/;

/**
 * The servers that a connection to the pod's `port` reaches: those on any IPv4 address, else on any IPv6
 * address, else on the first address that is not loopback. `ssl` of one `listen` counts for the whole
 * socket, and the first server is the default unless one says `default_server`
 * (nginx src/http/ngx_http.c `ngx_http_add_addresses`).
 *
 * @returns undefined when nothing listens there
 */
export function listeningOn(servers: readonly NginxServer[], port: number): Listening | undefined {
  const sockets = servers.flatMap((server) =>
    server.listens.filter((listen) => listen.port === port).map((listen) => ({ server, listen })),
  );
  const addresses = [...new Set(sockets.map(({ listen }) => listen.address))];
  const address =
    addresses.find((one) => one === '*') ??
    addresses.find((one) => one === '[::]') ??
    addresses.find((one) => !LOOPBACK.test(one));
  if (address === undefined) return undefined;
  const reached = sockets.filter(({ listen }) => listen.address === address);
  const marked = reached.findIndex(({ listen }) => listen.isDefault);
  return {
    address,
    ssl: reached.some(({ listen }) => listen.ssl),
    servers: reached.map(({ server }, index) => ({
      server,
      isDefault: index === Math.max(marked, 0),
    })),
  };
}
