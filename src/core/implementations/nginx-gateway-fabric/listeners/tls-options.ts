import { objectAt, stringAt } from '../../../gateway-api/index.ts';
import type { JsonValue } from '../../../manifest/types.ts';
import { fieldError } from '../field-error.ts';
import { readsSessionOptions, readsTlsOptions } from '../versions.ts';

const PROTOCOLS = 'nginx.org/ssl-protocols';
const CIPHERS = 'nginx.org/ssl-ciphers';
const PREFER = 'nginx.org/ssl-prefer-server-ciphers';
const KNOWN = [PROTOCOLS, CIPHERS, PREFER];
const SESSION = [
  'nginx.org/ssl-session-cache',
  'nginx.org/ssl-session-timeout',
  'nginx.org/ssl-ecdh-curve',
];
const PROTOCOL_NAMES = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];
const CIPHER = '!?[A-Za-z0-9\\-+_]+';
const CIPHER_LIST = new RegExp(`^${CIPHER}(:${CIPHER})*$`);

/**
 * What is wrong with `tls.options` of a listener, one message each, in the order of the manifest; the controller's own order
 * is not fixed. Values of session and curve options are not looked at.
 *
 * @see NGF graph/gateway_listener.go `validateListenerTLSOptions`
 */
export function tlsOptionErrors(tls: JsonValue, version: string): readonly string[] {
  const options = Object.keys(objectAt(tls, ['options']) ?? {});
  if (options.length === 0) return [];
  if (!readsTlsOptions(version))
    return [fieldError.forbidden('tls.options', 'options are not supported')];
  const known = readsSessionOptions(version) ? [...KNOWN, ...SESSION] : KNOWN;
  return options.flatMap((key) => {
    const path = `tls.options[${key}]`;
    if (!known.includes(key)) return [fieldError.notSupported(path, key, known)];
    return valueErrors(path, key, stringAt(tls, ['options', key]) ?? '');
  });
}

function valueErrors(path: string, key: string, value: string): readonly string[] {
  switch (key) {
    case PROTOCOLS: {
      const names = value.split(/\s+/).filter((name) => name !== '');
      return (names.length === 0 ? [''] : names)
        .filter((name) => !PROTOCOL_NAMES.includes(name))
        .map((name) => fieldError.notSupported(path, name, PROTOCOL_NAMES));
    }
    case PREFER:
      return ['on', 'off'].includes(value)
        ? []
        : [fieldError.notSupported(path, value, ['on', 'off'])];
    case CIPHERS:
      return CIPHER_LIST.test(value)
        ? []
        : [fieldError.invalid(path, value, 'invalid ssl ciphers')];
    default:
      return [];
  }
}
