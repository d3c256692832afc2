import type { BackendLoader, BackendSide } from '../sides.ts';
import type { NginxProfile } from '../profile.ts';
import { echoLoader, goLoader } from './go-loader.ts';
import { nginxLoader } from './nginx-loader.ts';
import { nodeLoader } from './node-loader.ts';
import { opensslLoader } from './openssl-loader.ts';
import type { FileLoader } from './types.ts';
import { unknownLoader } from './unknown-loader.ts';

/** Whose way to read files a TLS server follows. */
export function loaderOf(
  backend: Extract<BackendSide, { kind: 'nginx' | 'strict' }>,
): BackendLoader {
  if (backend.kind === 'nginx') return 'nginx';
  return backend.loader ?? backend.software ?? 'openssl';
}

/** How it reads them. */
export function loaderFor(
  loader: BackendLoader,
  { profile, crypto }: { readonly profile: NginxProfile; readonly crypto: Crypto },
): FileLoader {
  switch (loader) {
    case 'nginx':
      return nginxLoader(profile, crypto);
    case 'go':
      return goLoader(crypto);
    case 'echo-basic':
      return echoLoader(crypto);
    case 'openssl':
      return opensslLoader(crypto);
    case 'node':
      return nodeLoader(crypto);
    case 'unknown':
      return unknownLoader(crypto);
    default:
      return loader satisfies never;
  }
}
