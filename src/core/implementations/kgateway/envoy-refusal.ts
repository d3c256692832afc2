import type { FieldRef } from '../../model/index.ts';
import { envoyMaterialError } from '../envoy-material-error.ts';
import type { UpstreamTls } from '../types.ts';
import { parameterRefusal } from './parameter-refusal.ts';

/** Why Envoy does not take a cluster, in its own words. */
export interface EnvoyRefusal {
  readonly message: string;
  readonly at: FieldRef;
}

type Settings = Pick<
  UpstreamTls,
  'ciphers' | 'curves' | 'signatureAlgorithms' | 'trust' | 'clientCertificate'
>;

/**
 * Why Envoy refuses the UpstreamTlsContext it is sent: names of suites, groups and signature algorithms first, then
 * the CA bundle and the client certificate. A file of its own cannot be judged here.
 *
 * @param policy where `spec.tls` of the policy in charge stands
 * @see Envoy source/common/tls/context_impl.cc `ContextImpl`
 */
export function envoyRefusal(settings: Settings, policy: FieldRef): EnvoyRefusal | null {
  const parameters = parameterRefusal(settings);
  if (parameters !== null) {
    const { field, message } = parameters;
    return { message, at: { ...policy, path: [...policy.path, 'parameters', field] } };
  }
  const { trust, clientCertificate } = settings;
  return envoyMaterialError(trust?.kind === 'bundle' ? trust : undefined, clientCertificate);
}
