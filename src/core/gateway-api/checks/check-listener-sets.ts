import { stringAt } from '../json.ts';
import { makeFinding } from '../make-finding.ts';
import { mergeListeners } from '../merged-listeners.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';
import { targetText } from './name-directory.ts';

/** GEP-1713: a Gateway takes no ListenerSets unless `spec.allowedListeners` says so. */
export function checkListenerSets({
  index,
  references,
}: CheckContext): readonly GatewayApiFinding[] {
  return mergeListeners(index, references).listenerSets.flatMap(
    ({ listenerSetId, gatewayId, parent, allowed }) => {
      const object = index.byId.get(listenerSetId);
      const gateway = index.byId.get(gatewayId ?? '');
      if (object === undefined || gateway === undefined || allowed === 'yes') return [];
      const from = stringAt(gateway.value, ['spec', 'allowedListeners', 'namespaces', 'from']);
      const refused = allowed === 'no';
      return [
        makeFinding({
          code: refused ? 'LISTENER-SET-NOT-ALLOWED' : 'LISTENER-SET-LABELS-UNKNOWN',
          severity: refused ? 'error' : 'warning',
          object,
          path: parent.from.path,
          params: {
            gateway: targetText(parent.target),
            from: from ?? 'None',
            namespace: object.namespace,
          },
          step: 1,
        }),
      ];
    },
  );
}
