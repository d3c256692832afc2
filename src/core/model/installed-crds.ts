/** Releases of Gateway API whose CRDs are known, newest first. */
export const GATEWAY_API_VERSIONS = ['1.6', '1.5', '1.4', '1.3'] as const;
export const GATEWAY_API_CHANNELS = ['standard', 'experimental'] as const;

export type GatewayApiVersion = (typeof GATEWAY_API_VERSIONS)[number];
export type GatewayApiChannel = (typeof GATEWAY_API_CHANNELS)[number];

/** Which CRDs stand in the cluster. */
export interface InstalledCrds {
  readonly gatewayApi: GatewayApiVersion;
  readonly channel: GatewayApiChannel;
}

/** Taken where nobody says which: the standard channel of the newest release. */
export const DEFAULT_CRDS: InstalledCrds = { gatewayApi: '1.6', channel: 'standard' };
