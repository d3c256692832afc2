import type { ManifestObject } from '../../manifest/types.ts';
import { CLIENT_CERTIFICATE_REF } from '../client-certificate-ref.ts';
import { kinds } from '../kinds.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import { condition, resolvedRefs } from './condition.ts';
import type { StatusContext } from './context.ts';
import { letsAnyClientIn } from './frontend-authorities.ts';
import { listenerSetStatuses, type ListenerSetVerdict } from './listener-set-statuses.ts';
import { listenerStatus } from './listener-status.ts';
import { listenerVerdict, type ListenerVerdict } from './listener-verdict.ts';
import { pairProblem } from './reference-problems.ts';

/** Conditions of every Gateway, its listeners and the ListenerSets that name it. */
export function gatewayStatuses(context: StatusContext): readonly ObjectStatus[] {
  return context.resolution.index.ofKind(kinds.gateway).flatMap((gateway) => {
    const verdicts = context.merged
      .ofParent(gateway.id)
      .map((listener) => listenerVerdict(context, gateway, gateway, listener));
    const accepted = verdicts.some(({ valid }) => valid);
    const sets = listenerSetStatuses(context, gateway, accepted);
    return [
      gatewayStatus(context, gateway, verdicts, sets),
      ...verdicts.map((verdict) => listenerStatus(context, gateway, verdict)),
      ...sets.flatMap(({ statuses }) => statuses),
    ];
  });
}

function gatewayStatus(
  context: StatusContext,
  gateway: ManifestObject,
  verdicts: readonly ListenerVerdict[],
  sets: readonly ListenerSetVerdict[],
): ObjectStatus {
  const accepted = verdicts.some(({ valid }) => valid);
  return {
    objectId: gateway.id,
    kind: 'object',
    conditions: [
      acceptedCondition(verdicts),
      condition('Programmed', accepted, accepted ? 'Programmed' : 'Invalid'),
      resolvedRefs(referenceProblem(context, gateway, verdicts)),
      ...(letsAnyClientIn(gateway)
        ? [condition('InsecureFrontendValidationMode', true, 'ConfigurationChanged')]
        : []),
    ],
    attachedListenerSets: sets.filter((set) => set.accepted).length,
  };
}

/** A client certificate that cannot be used changes nothing here (gateway_types.go L1297-1298). */
function acceptedCondition(verdicts: readonly ListenerVerdict[]): PredictedCondition {
  const valid = verdicts.filter((verdict) => verdict.valid).length;
  const reason = valid === verdicts.length ? 'Accepted' : 'ListenersNotValid';
  return condition('Accepted', valid > 0, valid > 0 ? reason : 'ListenersNotValid');
}

/** gateway_types.go L1293-1342: the client certificate for backends, then a summary of the listeners. */
function referenceProblem(
  { resolution, referencesAt }: StatusContext,
  gateway: ManifestObject,
  verdicts: readonly ListenerVerdict[],
): string | undefined {
  const [reference] = referencesAt(gateway.id, CLIENT_CERTIFICATE_REF);
  const client =
    reference && pairProblem(resolution.index, reference, 'InvalidClientCertificateRef');
  const listeners = verdicts.some(({ unresolved }) => unresolved !== undefined);
  return client ?? (listeners ? 'ListenersNotResolved' : undefined);
}
