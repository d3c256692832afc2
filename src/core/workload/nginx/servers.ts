import type { NginxDirective } from './types.ts';

/** One `listen` of a server block. */
export interface NginxListen {
  /** `*` for any IPv4 address, `[::]` for any IPv6 address, else the address as written. */
  readonly address: string;
  readonly port: number;
  readonly ssl: boolean;
  readonly isDefault: boolean;
}

/** One `server` block of `http`, with what it inherits. */
export interface NginxServer {
  readonly listens: readonly NginxListen[];
  readonly names: readonly string[];
  /** All directives of that name: the server's own, else those of `http` (nginx merges whole values). */
  readonly settings: (name: string) => readonly NginxDirective[];
  readonly file: string;
  readonly line: number;
}

/** nginx without a `listen` takes port 80 (8000 when not started as root). */
const DEFAULT_LISTEN: NginxListen = { address: '*', port: 80, ssl: false, isDefault: false };

/** Server blocks of `http`, in order. */
export function httpServers(directives: readonly NginxDirective[]): readonly NginxServer[] {
  return serversOf(directives, 'http');
}

/** Server blocks of `stream`, in order. */
export function streamServers(directives: readonly NginxDirective[]): readonly NginxServer[] {
  return serversOf(directives, 'stream');
}

function serversOf(directives: readonly NginxDirective[], context: string): readonly NginxServer[] {
  return directives
    .filter(({ name }) => name === context)
    .flatMap(({ block: http = [] }) =>
      http.filter(({ name }) => name === 'server').map((server) => readServer(http, server)),
    );
}

function readServer(http: readonly NginxDirective[], server: NginxDirective): NginxServer {
  const own = server.block ?? [];
  const listens = own.filter(({ name }) => name === 'listen').flatMap(readListen);
  return {
    listens: listens.length === 0 ? [DEFAULT_LISTEN] : listens,
    names: own.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args),
    settings: (wanted) => {
      const mine = own.filter(({ name }) => name === wanted);
      return mine.length > 0 ? mine : http.filter(({ name }) => name === wanted);
    },
    file: server.file,
    line: server.line,
  };
}

/** `listen address[:port] | port | unix:path` with its parameters (ngx_http_core_module). */
function readListen({ args }: NginxDirective): NginxListen[] {
  const [place = '', ...parameters] = args;
  if (place.startsWith('unix:') || parameters.includes('quic')) return [];
  const isDefault = parameters.includes('default_server') || parameters.includes('default');
  const ssl = parameters.includes('ssl');
  const match = /^(?:(\[[^\]]*\]|[^:[\]]+)(?::(\d+))?)$/.exec(place);
  if (match === null) return [];
  const [, host = '', port] = match;
  if (port === undefined && /^\d+$/.test(host))
    return [{ address: '*', port: Number(host), ssl, isDefault }];
  const address = host === '0.0.0.0' ? '*' : host;
  return [{ address, port: port === undefined ? 80 : Number(port), ssl, isDefault }];
}
