import type { PredictedCondition } from '../../status.ts';
import type { KgatewayListener } from '../listeners/gateway-listeners.ts';
import { change } from '../listeners/listener-conditions.ts';

/**
 * What listeners with Programmed=False change in the Accepted of the Gateway or ListenerSet that they stand in.
 *
 * @see kgateway pkg/reports/status.go `BuildGWStatus`, `BuildListenerSetStatus`
 */
export function someNotProgrammed(
  listeners: readonly KgatewayListener[],
): readonly PredictedCondition[] {
  const told = listeners.flatMap(({ listener, conditions }) =>
    conditions
      .filter(({ type, status }) => type === 'Programmed' && status === 'False')
      .map(({ message }) => `${listener.name}: ${message}`),
  );
  if (told.length === 0) return [];
  const message = `Some listeners are not programmed: ${told.join('; ')}`;
  return [change('Accepted', 'True', 'ListenersNotValid', message)];
}
