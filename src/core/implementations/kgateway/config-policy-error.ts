import type { FieldPath } from '../../model/index.ts';

/** Why kgateway does not translate `spec.tls` of a BackendConfigPolicy, in its words. */
export interface ConfigPolicyError {
  readonly message: string;
  readonly field: FieldPath;
}
