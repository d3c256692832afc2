import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { obj, withDefault } from './notation.ts';
import { listeners, listenerStatuses } from './listeners.ts';
import {
  conditions,
  GATEWAY_GROUP,
  group,
  kind,
  namespace,
  objectName,
  waitingConditions,
} from './shared-types.ts';

/**
 * ListenerSet v1 and, up to v1.4, XListenerSet v1alpha1, where the port may be left out. Source:
 * `apis/v1/listenerset_types.go`, `apisx/v1alpha1/xlistenerset_types.go`.
 */
export function listenerSet(edition: Edition): StructuralSchema {
  const waiting = waitingConditions('Accepted', 'Programmed');
  const parentRef = obj({
    group: withDefault(group, GATEWAY_GROUP),
    kind: withDefault(kind, 'Gateway'),
    'name!': objectName,
    namespace,
  });
  const status = obj({
    conditions: conditions({ maxItems: 8, default: waiting }),
    listeners: listenerStatuses,
  });
  return obj({
    'spec!': obj({
      'listeners!': listeners(edition, { portRequired: edition.since('1.5') }),
      'parentRef!': parentRef,
    }),
    status: withDefault(status, { conditions: waiting }),
  });
}
