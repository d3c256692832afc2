import type { ValidationRule } from '../types.ts';

/** `spec.controllerName` (v0.8): compares with the stored object, so no manifest can break it alone. */
export const controllerNameImmutable: ValidationRule = {
  id: 'controllerNameImmutable',
  message: 'Value is immutable',
  source: 'gateway-api apis/v1/gatewayclass_types.go GatewayClassSpec.controllerName (v0.8)',
  transition: true,
  check: () => true,
};
