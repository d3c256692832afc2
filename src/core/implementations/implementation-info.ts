import type { ImplementationId } from '../model/index.ts';

/** What the app says about an implementation as such. */
export interface ImplementationInfo {
  readonly name: string;
  /** Newest first. */
  readonly versions: readonly string[];
  readonly defaultVersion: string;
  readonly dataPlane: string;
  /** The library that verifies certificates in the data plane. */
  readonly library: string;
}

/** The implementations this app names, with the release lines whose behaviour differs. */
export const implementationInfo: Readonly<Record<ImplementationId, ImplementationInfo>> = {
  'nginx-gateway-fabric': {
    name: 'NGINX Gateway Fabric',
    versions: ['2.7', '2.6', '2.5', '2.4', '2.3', '2.2'],
    defaultVersion: '2.7',
    dataPlane: 'nginx',
    library: 'OpenSSL',
  },
  'envoy-gateway': {
    name: 'Envoy Gateway',
    versions: ['1.9', '1.8', '1.7', '1.6', '1.5'],
    defaultVersion: '1.9',
    dataPlane: 'Envoy',
    library: 'BoringSSL',
  },
  kgateway: {
    name: 'kgateway',
    versions: ['2.4', '2.3', '2.2', '2.1', '2.0'],
    defaultVersion: '2.4',
    dataPlane: 'Envoy',
    library: 'BoringSSL',
  },
  agentgateway: {
    name: 'agentgateway',
    versions: ['1.5', '1.4', '1.3'],
    defaultVersion: '1.5',
    dataPlane: 'agentgateway',
    library: 'rustls and webpki',
  },
};
