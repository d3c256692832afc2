import type { FieldRef } from '../../model/index.ts';

/** Reasons of Envoy Gateway's route conditions. */
export type RouteReason =
  | 'InvalidBackendTLS'
  | 'InvalidBackendRef'
  | 'InvalidBackendFilters'
  | 'InvalidAddress'
  | 'BackendNotFound'
  | 'RefNotPermitted'
  | 'PortNotFound'
  | 'PortNotSpecified'
  | 'InvalidKind'
  | 'UnsupportedValue'
  | 'UnsupportedAddressType'
  | 'EndpointsNotFound';

/** Why a backendRef is not used, in the control plane's words: mostly no capital and no full stop. */
export interface Refusal {
  readonly reason: RouteReason;
  readonly message: string;
  /** The field that is at fault. */
  readonly at: FieldRef;
}

/** A value, or the control plane's error with the field it is about. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string; readonly at: FieldRef };

/**
 * An error as Envoy Gateway writes it into a condition: first letter a capital, full stop at the end.
 *
 * @see internal/gatewayapi/status `Error2ConditionMsg`
 */
export function conditionMessage(error: string): string {
  if (error === '') return '';
  const text = error.charAt(0).toUpperCase() + error.slice(1);
  return text.endsWith('.') ? text : `${text}.`;
}
