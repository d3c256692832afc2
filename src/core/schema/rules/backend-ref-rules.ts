import { has, objectRule, textAt } from './rule.ts';

/** HTTPRoute `spec.rules[].backendRefs[]` (v0.8), every BackendObjectReference since. */
export const mustHavePort = objectRule(
  'mustHavePort',
  'Must have port for Service reference',
  'gateway-api apis/v1/object_reference_types.go BackendObjectReference (v0.8)',
  (it) => textAt(it, 'group') !== '' || it.kind !== 'Service' || has(it, 'port'),
);
