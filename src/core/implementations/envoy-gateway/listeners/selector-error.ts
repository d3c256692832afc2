import { itemsAt, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { EnvoyGatewayTraits } from '../traits.ts';

/**
 * Why the namespace selector of a listener cannot be parsed, by its expressions' operators and numbers of values; null
 * where it can, or there is none.
 *
 * @see Kubernetes apimachinery pkg/labels/selector.go `NewRequirement`
 */
export function selectorError(
  { printsGoValues }: EnvoyGatewayTraits,
  { value }: ManifestObject,
  { index }: Listener,
): string | null {
  const namespaces = valueAt(value, ['spec', 'listeners', index, 'allowedRoutes', 'namespaces']);
  if (stringAt(namespaces, ['from']) !== 'Selector') return null;
  for (const expression of itemsAt(namespaces, ['selector', 'matchExpressions'])) {
    const operator = stringAt(expression, ['operator']) ?? '';
    const values = itemsAt(expression, ['values']).map(String);
    const list = values.map((text) => JSON.stringify(text));
    const printed = printsGoValues ? `[]string{${list.join(', ')}}` : `[${list.join(',')}]`;
    const told = (rule: string): string => `values: Invalid value: ${printed}: ${rule}`;
    switch (operator) {
      case 'In':
      case 'NotIn':
        if (values.length === 0)
          return told("for 'in', 'notin' operators, values set can't be empty");
        break;
      case 'Exists':
      case 'DoesNotExist':
        if (values.length > 0)
          return told('values set must be empty for exists and does not exist');
        break;
      default:
        return `${JSON.stringify(operator)} is not a valid label selector operator`;
    }
  }
  return null;
}
