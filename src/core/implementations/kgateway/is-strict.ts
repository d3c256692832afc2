import { itemsAt, podTemplatePath, stringAt, type ObjectIndex } from '../../gateway-api/index.ts';

/**
 * Whether kgateway's controller is among the objects and runs with `KGW_VALIDATION_MODE=STRICT`: what Envoy would
 * refuse is then refused by the control plane, with Envoy's text in the status.
 */
export function isStrict(index: ObjectIndex): boolean {
  return index.ofKind('apps/Deployment').some((workload) => {
    const path = podTemplatePath(workload) ?? [];
    return itemsAt(workload.value, [...path, 'spec', 'containers']).some((container) =>
      itemsAt(container, ['env']).some(
        (entry) =>
          stringAt(entry, ['name']) === 'KGW_VALIDATION_MODE' &&
          stringAt(entry, ['value'])?.toUpperCase() === 'STRICT',
      ),
    );
  });
}
