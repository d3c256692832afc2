import {
  makeFinding,
  numberAt,
  type Connection,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import { withStop } from '../../gateway-api/wording/words.ts';
import { implementationInfo } from '../implementation-info.ts';
import type { Programmed } from '../types.ts';

/**
 * Adds a finding to a connection whose rule the controller leaves out for a reason of the rule itself: a filter, a match.
 * What another part of the control plane refuses comes with findings of its own; a backend of weight 0 is left out on purpose.
 */
export function tellLeftOut(
  programmed: Programmed,
  connection: Connection,
  index: ObjectIndex,
): Programmed {
  const { upstream, findings } = programmed;
  const { mode, reason, blockedStatus, implementation } = upstream;
  const route = index.byId.get(connection.routeId);
  if (mode !== 'blocked' || reason === undefined || findings.length > 0) return programmed;
  const path = ['spec', 'rules', connection.ruleIndex];
  const weight = [...path, 'backendRefs', connection.backendRefIndex, 'weight'];
  if (route === undefined || numberAt(route.value, weight) === 0) return programmed;
  const finding = makeFinding({
    code: 'RULE-NOT-PROGRAMMED',
    severity: 'error',
    object: route,
    path,
    params: {
      gateway: implementationInfo[implementation].name,
      reason: withStop(reason),
      effect:
        blockedStatus === undefined
          ? 'No request takes this rule.'
          : `Its requests get ${blockedStatus}.`,
    },
    step: 2,
    connectionIds: [connection.id],
    suffix: implementation,
  });
  return { upstream, findings: [finding] };
}
