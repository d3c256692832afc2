import { goServer } from '../../tls/go-offers.ts';
import type { ServerOffer } from '../../tls/offers.ts';
import { opensslServer } from '../../tls/openssl-offers.ts';
import type { ExchangeRequest } from './types.ts';
import type { ServerBlock } from './sides.ts';

/** What the server block that answers can agree to. */
export function backendOffer(
  block: ServerBlock,
  { backend, profile }: Pick<ExchangeRequest, 'backend' | 'profile'>,
): ServerOffer {
  const versions = block.versions ?? profile.backendVersions;
  const software = backend.kind === 'strict' ? backend.software : undefined;
  if (software === 'go') return goServer(versions, block.alpn);
  const settings = {
    versions,
    ciphers: block.ciphers,
    schemes: block.schemes,
    alpn: block.alpn,
    postQuantumSignatures: profile.postQuantumSignatures,
  };
  return opensslServer(settings, software === 'node');
}
