import { kinds, stringAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import { conditionTexts } from './condition-texts.ts';
import { lastOfEachType, met, unmet } from './conditions.ts';
import { parametersVerdict } from './parameters-verdict.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Conditions of the GatewayClasses of the Gateways. The Gateway API's CRDs are taken to be of the version that
 * NGINX Gateway Fabric is built for; another minor version gives SupportedVersion=False.
 *
 * @see NGF status/prepare_requests.go `PrepareGatewayClassRequests`, graph/gatewayclass.go
 */
export function classStatuses(context: StatusContext): readonly ObjectStatus[] {
  const names = new Set(
    context.gateways.map(({ value }) => stringAt(value, ['spec', 'gatewayClassName'])),
  );
  return context.state.resolution.index
    .ofKind(kinds.gatewayClass)
    .filter(({ name }) => names.has(name))
    .map((object) => ({
      objectId: object.id,
      kind: 'object',
      conditions: classConditions(context, object),
    }));
}

function classConditions(
  { state, version }: StatusContext,
  object: ManifestObject,
): readonly PredictedCondition[] {
  const texts = conditionTexts(version);
  const accepted = [
    met('Accepted', 'Accepted', texts.classAccepted),
    met('SupportedVersion', 'SupportedVersion', texts.classVersions),
  ];
  const parameters = parametersVerdict(state.resolution, object, ['spec', 'parametersRef']);
  if (!('error' in parameters))
    return parameters.state === 'none'
      ? accepted
      : [...accepted, met('ResolvedRefs', 'ResolvedRefs', texts.parametersResolved)];
  const resolved =
    parameters.state === 'not-found'
      ? unmet('ResolvedRefs', 'ParametersRefNotFound', texts.parametersNotFound)
      : unmet('ResolvedRefs', 'ParametersRefInvalid', parameters.error);
  const text = `${texts.classAccepted}, ${texts.parametersIgnored} ${parameters.error}`;
  return lastOfEachType([...accepted, resolved, met('Accepted', 'InvalidParameters', text)]);
}
