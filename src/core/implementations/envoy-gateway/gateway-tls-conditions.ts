import { isObject, itemsAt, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { FRONTEND } from '../listeners/frontend-refs.ts';
import type { PredictedCondition } from '../status.ts';
import { setCondition } from './conditions.ts';
import { unresolved } from './listeners/conditions.ts';
import { frontendError } from './listeners/frontend-error.ts';
import type { EnvoyGatewayState } from './types.ts';

/**
 * What Envoy Gateway writes of `Gateway.spec.tls`: of what cannot be used the last that is found, clients' CAs before the
 * certificate for backends.
 *
 * @see Envoy Gateway internal/gatewayapi/listener.go `ProcessGatewayTLS`
 */
export function gatewayTlsConditions(
  state: EnvoyGatewayState,
  gateway: ManifestObject,
): readonly PredictedCondition[] {
  const { context } = state;
  if (!context.traits.gatewayBackendTls || !isObject(valueAt(gateway.value, ['spec', 'tls'])))
    return [];
  const perPort = itemsAt(gateway.value, [...FRONTEND, 'perPort']).map((_, at): FieldPath => [
    ...FRONTEND,
    'perPort',
    at,
    'tls',
  ]);
  const entries = [[...FRONTEND, 'default'], ...perPort].map((path, at) => ({
    path,
    what: at === 0 ? 'default frontend' : 'frontend',
    error: frontendError(context, gateway, path, 'missing'),
  }));
  const insecure = entries.some(
    ({ path, error }) =>
      error === null &&
      stringAt(gateway.value, [...path, 'validation', 'mode']) === 'AllowInsecureFallback',
  );
  const failed = entries.flatMap(({ error, what }) =>
    error === null
      ? []
      : [
          unresolved(
            'InvalidParameters',
            `Failed to get ${what} CA certs for gateway: ${error.message}`,
          ),
        ],
  );
  const { certificate } = state.gatewayLevel(gateway);
  const refused =
    certificate.kind === 'refused' ? [unresolved(certificate.reason, certificate.message)] : [];
  const all = [...failed, ...(insecure ? [INSECURE] : []), ...refused];
  const isResolved = failed.length === 0 && refused.length === 0;
  return [...all, ...(isResolved ? [RESOLVED] : [])].reduce(setCondition, []);
}

const INSECURE: PredictedCondition = {
  type: 'InsecureFrontendValidationMode',
  status: 'True',
  reason: 'ConfigurationChanged',
  message: 'Gateway is using AllowInsecureFallback frontend validation mode.',
};

const RESOLVED: PredictedCondition = {
  type: 'ResolvedRefs',
  status: 'True',
  reason: 'ResolvedRefs',
  message: 'Successfully resolved all TLS references for the gateway',
};
