import { valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { isAtLeast } from '../../is-at-least.ts';
import type { PredictedCondition } from '../../status.ts';
import { refusedClientCondition } from '../client-certificate.ts';
import { readsGatewayBackendTls } from '../versions.ts';
import { conditionTexts } from './condition-texts.ts';
import { met, unmet } from './conditions.ts';
import { parametersVerdict, type ParametersVerdict } from './parameters-verdict.ts';
import type { StatusContext } from './status-context.ts';

const PARAMETERS = ['spec', 'infrastructure', 'parametersRef'];

/**
 * What the Gateway's own references come to. Since 2.5 the client certificate has the first word under
 * ResolvedRefs, and the condition exists when either reference is written.
 *
 * @see NGF graph/gateway.go `validateGatewayRefs`, before 2.5 `validateGateway`
 */
export function gatewayReferenceConditions(
  context: StatusContext,
  gateway: ManifestObject,
): readonly PredictedCondition[] {
  const { state, version } = context;
  const parameters = parametersVerdict(state.resolution, gateway, PARAMETERS);
  return isAtLeast(version, 2, 5)
    ? since25(context, gateway, parameters)
    : [...earlyClientCertificate(context, gateway), ...earlyParameters(version, parameters)];
}

function since25(
  { state, version }: StatusContext,
  gateway: ManifestObject,
  parameters: ParametersVerdict,
): readonly PredictedCondition[] {
  const backendTls = valueAt(gateway.value, ['spec', 'tls', 'backend']);
  if (parameters.state === 'none' && (backendTls === undefined || backendTls === null)) return [];
  const client = state.clientCertificate(gateway);
  const error = 'error' in parameters ? capitalized(parameters.error) : null;
  const ignored = error === null ? [] : [parametersIgnored(version, error)];
  if (client.kind === 'refused')
    return [...ignored, unmet('ResolvedRefs', client.reason, client.message)];
  return error === null
    ? [met('ResolvedRefs', 'ResolvedRefs', 'The referenced resources are resolved')]
    : [...ignored, unmet('ResolvedRefs', 'ParametersRefInvalid', error)];
}

function earlyClientCertificate(
  { state, version }: StatusContext,
  gateway: ManifestObject,
): readonly PredictedCondition[] {
  const client = state.clientCertificate(gateway);
  if (client.kind !== 'refused' || !readsGatewayBackendTls(version)) return [];
  const { reason, message } = refusedClientCondition(client, version);
  return [unmet('ResolvedRefs', reason, message)];
}

function earlyParameters(
  version: string,
  parameters: ParametersVerdict,
): readonly PredictedCondition[] {
  const texts = conditionTexts(version);
  switch (parameters.state) {
    case 'none':
      return [];
    case 'resolved':
      return [met('ResolvedRefs', 'ResolvedRefs', texts.parametersResolved)];
    case 'not-found':
      return [
        unmet('ResolvedRefs', 'ParametersRefNotFound', texts.parametersNotFound),
        parametersIgnored(version, parameters.error),
      ];
    case 'unsupported': {
      const error = capitalized(parameters.error);
      return [
        unmet('ResolvedRefs', 'ParametersRefInvalid', error),
        parametersIgnored(version, error),
      ];
    }
    default:
      return parameters satisfies never;
  }
}

function parametersIgnored(version: string, error: string): PredictedCondition {
  const { gatewayAccepted, parametersIgnored: ignored } = conditionTexts(version);
  return met('Accepted', 'InvalidParameters', `${gatewayAccepted}, ${ignored} ${error}`);
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
