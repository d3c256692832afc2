import type { Listener } from '../../../gateway-api/types.ts';
import type { PredictedCondition } from '../../status.ts';
import { conditionTexts } from './condition-texts.ts';
import { lastOfEachType, met, unmet } from './conditions.ts';
import { notProgrammed } from './gateway-conditions.ts';
import { overlapCondition } from './overlapping-listeners.ts';

/**
 * Conditions of a listener that is valid.
 *
 * @param all listeners of the Gateway, those of its ListenerSets included
 * @param emerg nginx's message when it refuses the configuration
 * @see NGF state/conditions/conditions.go `NewDefaultListenerConditions`
 */
export function listenerConditions(
  version: string,
  listener: Listener,
  all: readonly Listener[],
  emerg: string | null,
): readonly PredictedCondition[] {
  const texts = conditionTexts(version);
  return lastOfEachType([
    met('Accepted', 'Accepted', texts.listenerAccepted),
    met('Programmed', 'Programmed', texts.listenerProgrammed),
    met('ResolvedRefs', 'ResolvedRefs', 'All references are resolved'),
    unmet('Conflicted', 'NoConflicts', 'No conflicts'),
    ...overlapCondition(listener, all),
    ...(emerg === null ? [] : [unmet('Programmed', 'Invalid', notProgrammed('Listener', emerg))]),
  ]);
}
