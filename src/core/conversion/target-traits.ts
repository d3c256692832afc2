import { defaultGateway, watchesStablePolicy } from '../authoring/index.ts';
import { traitsOf } from '../implementations/envoy-gateway/traits.ts';
import { implementationInfo } from '../implementations/index.ts';
import { kgatewayFeatures } from '../implementations/kgateway/versions.ts';
import { readsGatewayBackendTls } from '../implementations/nginx-gateway-fabric/versions.ts';
import type { ImplementationId } from '../model/index.ts';

/** What one release reads of what a conversion writes. */
export interface TargetTraits {
  /** `kgateway 2.4`. */
  readonly title: string;
  /** `Gateway.spec.tls.backend.clientCertificateRef` is read. */
  readonly gatewayCertificate: boolean;
  /** The release that learned it. */
  readonly gatewayCertificateSince: string;
  readonly stablePolicy: boolean;
  /** Secrets that may hold the CA of a BackendTLSPolicy. */
  readonly secretAuthority: 'any' | 'kubernetes.io/tls' | 'none';
  readonly severalAuthorities: boolean;
  /** The CA has to be in `data` under `ca.crt`. */
  readonly plainCaKey: boolean;
  readonly altNames: boolean;
  readonly systemAuthority: boolean;
  /** Lowest and highest TLS version of a connection with a BackendTLSPolicy. */
  readonly versions: readonly [string, string];
}

/** The traits of a release line. */
export function targetTraits(implementation: ImplementationId, version: string): TargetTraits {
  const gateway = { ...defaultGateway(implementation), version };
  const common = {
    title: `${implementationInfo[implementation].name} ${version}`,
    stablePolicy: watchesStablePolicy({ gateway }),
    secretAuthority: 'any',
    severalAuthorities: true,
    plainCaKey: true,
    altNames: true,
    systemAuthority: true,
    versions: ['1.2', '1.3'],
  } as const;
  switch (implementation) {
    case 'nginx-gateway-fabric':
      return {
        ...common,
        gatewayCertificate: readsGatewayBackendTls(version),
        gatewayCertificateSince: '2.3',
        secretAuthority: 'kubernetes.io/tls',
        severalAuthorities: false,
        altNames: false,
      };
    case 'envoy-gateway':
      return envoyGateway(common, version);
    case 'kgateway':
      return kgateway(common, version);
    case 'agentgateway':
      return {
        ...common,
        gatewayCertificate: true,
        gatewayCertificateSince: '1.3',
        secretAuthority: 'none',
      };
    default:
      return implementation satisfies never;
  }
}

type Common = Omit<TargetTraits, 'gatewayCertificate' | 'gatewayCertificateSince'>;

function envoyGateway(common: Common, version: string): TargetTraits {
  const traits = traitsOf(version);
  return {
    ...common,
    gatewayCertificate: traits.gatewayBackendTls,
    gatewayCertificateSince: '1.8',
    plainCaKey: false,
    versions: ['1.2', traits.writesTls13 ? '1.3' : '1.2'],
  };
}

/** kgateway leaves the versions to Envoy, whose default for upstream connections is 1.2 alone. */
function kgateway(common: Common, version: string): TargetTraits {
  const features = kgatewayFeatures(version);
  return {
    ...common,
    gatewayCertificate: features.gatewayAncestors,
    gatewayCertificateSince: '2.3',
    secretAuthority: features.secretAuthority ? 'any' : 'none',
    severalAuthorities: false,
    altNames: features.configPolicy,
    systemAuthority: features.configPolicy,
    versions: ['1.2', '1.2'],
  };
}
