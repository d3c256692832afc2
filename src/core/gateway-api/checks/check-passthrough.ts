import { makeFinding } from '../make-finding.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

/** GEP-2907 L224-230: with mode Passthrough the session is between client and backend. */
export function checkPassthrough({
  index,
  attachments,
}: CheckContext): readonly GatewayApiFinding[] {
  return attachments.flatMap(({ routeId, parentIndex, parent, listeners }) => {
    const object = index.byId.get(routeId);
    const passing = listeners.filter(({ listener }) => listener.tlsMode === 'Passthrough');
    if (object === undefined || passing.length === 0) return [];
    return [
      makeFinding({
        code: 'TLS-PASSED-THROUGH',
        severity: 'note',
        object,
        path: parent.from.path,
        params: { listener: passing.map(({ listener }) => listener.name).join(', ') },
        suffix: String(parentIndex),
      }),
    ];
  });
}
