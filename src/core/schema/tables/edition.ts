import type { AdmissionSettings, GatewayApiVersion } from '../types.ts';

/** Asks which release and channel the CRDs are of. */
export interface Edition {
  /** This release or a later one. */
  readonly since: (version: GatewayApiVersion) => boolean;
  readonly experimental: boolean;
  /** In the experimental channel since one release and in the standard one since another (or never). */
  readonly has: (experimental: GatewayApiVersion, standard?: GatewayApiVersion) => boolean;
}

const ORDER: readonly GatewayApiVersion[] = ['1.3', '1.4', '1.5', '1.6'];

/** The questions that a table may ask about the installed CRDs. */
export function editionOf({ gatewayApi, channel }: AdmissionSettings): Edition {
  const since = (version: GatewayApiVersion) => ORDER.indexOf(gatewayApi) >= ORDER.indexOf(version);
  const experimental = channel === 'experimental';
  const has = (inExperimental: GatewayApiVersion, inStandard?: GatewayApiVersion) =>
    experimental ? since(inExperimental) : inStandard !== undefined && since(inStandard);
  return { since, experimental, has };
}
