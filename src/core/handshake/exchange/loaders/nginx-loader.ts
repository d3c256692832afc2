import { securityLevelOf } from '../../../tls/security-level.ts';
import { loadTrust, type LoadResult } from '../../../verify/loading/index.ts';
import type { NginxProfile } from '../profile.ts';
import { readPair } from './read-pair.ts';
import { refused } from './refusal.ts';
import type { FileLoader, Loaded } from './types.ts';

/**
 * nginx: every file is complete and sound, or the process does not start.
 *
 * @see nginx src/http/modules/ngx_http_ssl_module.c `ngx_http_ssl_merge_srv_conf`
 */
export function nginxLoader({ trustLoader }: NginxProfile, crypto: Crypto): FileLoader {
  return {
    pair: async (pair, { ciphers }) =>
      loaded(await readPair(pair, securityLevelOf(ciphers), crypto)),
    clientCa: (file) => loaded(loadTrust(file, trustLoader)),
    first: 'pair',
  };
}

function loaded<T>(result: LoadResult<T>): Loaded<T> {
  if (result.ok) return { state: 'loaded', value: result.value };
  return refused(result.failure, { log: `[emerg] ${result.failure.text}` });
}
