import type { PredictedCondition } from '../../status.ts';
import type { NgfListener } from '../listeners/gateway-listeners.ts';
import { conditionTexts } from './condition-texts.ts';
import { lastOfEachType, met, unmet } from './conditions.ts';
import { notProgrammed } from './gateway-conditions.ts';

/**
 * Conditions of a listener: what was found, and the usual ones of those that it leaves open when it is valid.
 *
 * @param emerg nginx's message when it refuses the configuration
 * @see NGF state/conditions/conditions.go `NewDefaultListenerConditions`
 */
export function listenerConditions(
  version: string,
  { conditions, valid }: NgfListener,
  emerg: string | null,
): readonly PredictedCondition[] {
  const texts = conditionTexts(version);
  const has = (type: string): boolean => conditions.some((condition) => condition.type === type);
  const usual = [
    met('Accepted', 'Accepted', texts.listenerAccepted),
    met('Programmed', 'Programmed', texts.listenerProgrammed),
    ...(has('ResolvedRefs')
      ? []
      : [met('ResolvedRefs', 'ResolvedRefs', 'All references are resolved')]),
    ...(has('OverlappingTLSConfig') ? [] : [unmet('Conflicted', 'NoConflicts', 'No conflicts')]),
  ];
  return lastOfEachType([
    ...(valid ? usual : []),
    ...conditions,
    ...(emerg === null ? [] : [unmet('Programmed', 'Invalid', notProgrammed('Listener', emerg))]),
  ]);
}
