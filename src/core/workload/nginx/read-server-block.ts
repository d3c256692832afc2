import type { FieldRef } from '../../model/index.ts';
import type { BackendServer, VerifyClient } from '../types.ts';
import { addError, fieldOf, readMaterial, type Read, type ServerReading } from './read-material.ts';
import type { NginxServer } from './servers.ts';
import type { NginxDirective } from './types.ts';

const VERIFY: Readonly<Record<string, VerifyClient>> = {
  on: 'on',
  off: 'off',
  optional: 'optional',
  optional_no_ca: 'optional_no_ca',
};

/**
 * Reads the TLS settings of one server block and the files they name
 * (ngx_http_ssl_module: ssl_verify_depth is 1, ssl_verify_client off unless set).
 */
export function readServerBlock(
  reading: ServerReading,
  server: NginxServer,
  isDefault: boolean,
): BackendServer {
  const verify = server.settings('ssl_verify_client').at(-1);
  const verifyClient = VERIFY[verify?.args[0] ?? 'off'] ?? 'off';
  const chain = readFirst(reading, server, 'ssl_certificate');
  const key = readFirst(reading, server, 'ssl_certificate_key');
  const clientCa = verifyClient === 'off' ? undefined : readClientCa(reading, server);
  const rejectsHandshake = server.settings('ssl_reject_handshake').at(-1)?.args[0] === 'on';
  noteFurtherCertificates(reading, server);
  refuseIncomplete(reading, server, rejectsHandshake, verifyClient);
  return {
    names: server.names,
    isDefault,
    verifyClient,
    verifyDepth: Number(server.settings('ssl_verify_depth').at(-1)?.args[0] ?? 1),
    ...(chain === undefined ? {} : { chain: chain.material }),
    ...(key === undefined ? {} : { key: key.material }),
    ...(clientCa === undefined ? {} : { clientCa: clientCa.material }),
    ...protocolSettings(server),
    ...(rejectsHandshake ? { rejectsHandshake } : {}),
    where: { file: server.file, line: server.line },
    fields: definedFields({
      chain: chain?.field,
      key: key?.field,
      clientCa: clientCa?.field,
      verifyClient: verify && fieldOf(reading, verify.file),
      server: fieldOf(reading, server.file),
    }),
  };
}

type Fields = { readonly [Part in keyof BackendServer['fields']]: FieldRef | undefined };

function definedFields(fields: Fields): BackendServer['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
}

function protocolSettings(server: NginxServer): Pick<BackendServer, 'protocols' | 'ciphers'> {
  const protocols = server.settings('ssl_protocols').at(-1)?.args;
  const ciphers = server.settings('ssl_ciphers').at(-1)?.args[0];
  return {
    ...(protocols === undefined ? {} : { protocols }),
    ...(ciphers === undefined ? {} : { ciphers }),
  };
}

function readFirst(reading: ServerReading, server: NginxServer, name: string): Read | undefined {
  const directive = server.settings(name)[0];
  return directive && readMaterial(reading, directive);
}

/** A server may have an RSA and an EC certificate; which one a client gets depends on its algorithms. */
function noteFurtherCertificates(reading: ServerReading, server: NginxServer): void {
  const count = server.settings('ssl_certificate').length;
  if (count < 2) return;
  reading.unknowns.add(
    `The server block at ${server.file}:${server.line} has ${count} certificates; the first one is shown, a client may be given another.`,
  );
}

/** Both directives fill the trust store for clients (ngx_http_ssl_module `ngx_http_ssl_merge_srv_conf`). */
function readClientCa(reading: ServerReading, server: NginxServer): Read | undefined {
  const parts = ['ssl_client_certificate', 'ssl_trusted_certificate'].flatMap((name) => {
    const read = readFirst(reading, server, name);
    return read === undefined ? [] : [read];
  });
  const [first, second] = parts;
  if (first === undefined || second === undefined) return first;
  const pem = `${first.material.pem}\n${second.material.pem}`;
  return { field: first.field, material: { ...first.material, pem } };
}

/** What nginx asks for before it starts (ngx_http_ssl_module.c `ngx_http_ssl_merge_srv_conf`). */
function refuseIncomplete(
  reading: ServerReading,
  server: NginxServer,
  rejectsHandshake: boolean,
  verifyClient: VerifyClient,
): void {
  const refuse = (message: string): void => {
    addError(reading, 'WORKLOAD-NGINX-REFUSES', server, message, { message });
  };
  const [chain] = server.settings('ssl_certificate');
  if (chain === undefined && !rejectsHandshake) {
    const at = `${server.file}:${server.line}`;
    refuse(`no "ssl_certificate" is defined for the "listen ... ssl" directive in ${at}`);
  }
  if (chain !== undefined && server.settings('ssl_certificate_key').length === 0)
    refuse(`no "ssl_certificate_key" is defined for certificate "${chain.args[0] ?? ''}"`);
  const demands = verifyClient === 'on' || verifyClient === 'optional';
  const authorities: readonly NginxDirective[] = [
    ...server.settings('ssl_client_certificate'),
    ...server.settings('ssl_trusted_certificate'),
  ];
  if (demands && authorities.length === 0)
    refuse('no ssl_client_certificate or ssl_trusted_certificate for ssl_verify_client');
}
