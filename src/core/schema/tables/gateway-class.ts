import { controllerNameImmutable } from '../rules/gateway-class-rules.ts';
import type { StructuralSchema } from '../types.ts';
import { listMap, obj, str, withDefault } from './notation.ts';
import {
  conditions,
  controllerName,
  group,
  kind,
  namespace,
  objectName,
  waitingConditions,
} from './shared-types.ts';

/** GatewayClass v1 and v1beta1. Source: `apis/v1/gatewayclass_types.go`. */
export function gatewayClass(): StructuralSchema {
  const waiting = waitingConditions('Accepted');
  const status = obj({
    conditions: conditions({ maxItems: 8, default: waiting }),
    supportedFeatures: listMap('name', obj({ 'name!': str() }), { maxItems: 64 }),
  });
  return obj({
    'spec!': obj({
      'controllerName!': { ...controllerName, rules: [controllerNameImmutable] },
      description: str({ maxLength: 64 }),
      parametersRef: obj({ 'group!': group, 'kind!': kind, 'name!': objectName, namespace }),
    }),
    status: withDefault(status, { conditions: waiting }),
  });
}
