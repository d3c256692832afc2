import type { FieldPath } from '../../model/index.ts';

/** Why kgateway does not translate a BackendTLSPolicy, in its words. */
export interface TlsPolicyError {
  readonly kind: 'InvalidKind' | 'InvalidCACertificateRef' | 'Invalid';
  readonly message: string;
  readonly field: FieldPath;
}
