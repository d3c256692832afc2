import type { Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { rememberFor } from '../remember-for.ts';
import { attachedPolicies, type AttachedPolicies } from './attached-policies.ts';
import { translateTlsPolicy, type TlsPolicyVerdict } from './backend-tls-policy.ts';
import { translateConfigPolicy, type ConfigPolicyVerdict } from './config-policy.ts';
import {
  gatewayClientCertificate,
  type GatewayClientCertificate,
} from './gateway-client-certificate.ts';
import { isStrict } from './is-strict.ts';
import { gatewayListeners, type KgatewayListener } from './listeners/gateway-listeners.ts';
import { kgatewayFeatures, type KgatewayFeatures } from './versions.ts';

/** Verdicts that many connections share, each worked out once for a resolution and a version. */
export interface KgatewayState {
  readonly resolution: Resolution;
  readonly features: KgatewayFeatures;
  readonly tlsPolicy: (policy: ManifestObject) => TlsPolicyVerdict;
  readonly configPolicy: (policy: ManifestObject) => ConfigPolicyVerdict;
  readonly clientCertificate: (gateway: ManifestObject) => GatewayClientCertificate;
  /** The Gateway's own and those of its ListenerSets, in order of precedence. */
  readonly listeners: (gateway: ManifestObject) => readonly KgatewayListener[];
  /** @param portName name of the Service port; absent for an unnamed port and for a Backend */
  readonly attached: (targetKey: string, portName: string | undefined) => AttachedPolicies;
}

const states = new WeakMap<Resolution, Map<string, KgatewayState>>();

/** The state of one resolution; it ends with the resolution. */
export function kgatewayState(resolution: Resolution, version: string): KgatewayState {
  const byVersion = states.get(resolution) ?? new Map<string, KgatewayState>();
  states.set(resolution, byVersion);
  const state = byVersion.get(version) ?? makeState(resolution, version);
  byVersion.set(version, state);
  return state;
}

function makeState(resolution: Resolution, version: string): KgatewayState {
  const features = kgatewayFeatures(version);
  const { index } = resolution;
  const attached = new Map<string, AttachedPolicies>();
  const strict = isStrict(index);
  return {
    resolution,
    features,
    tlsPolicy: rememberFor((policy) => translateTlsPolicy(index, policy, features)),
    configPolicy: rememberFor((policy) => translateConfigPolicy(index, policy, features, strict)),
    clientCertificate: rememberFor((gateway) =>
      features.gatewayAncestors ? gatewayClientCertificate(resolution, gateway) : { kind: 'none' },
    ),
    listeners: rememberFor((gateway) => gatewayListeners(resolution, features, gateway)),
    attached: (targetKey, portName) => {
      const key = `${targetKey}|${portName ?? ''}`;
      const policies =
        attached.get(key) ?? attachedPolicies(resolution, features, targetKey, portName);
      attached.set(key, policies);
      return policies;
    },
  };
}
