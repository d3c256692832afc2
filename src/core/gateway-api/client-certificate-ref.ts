import type { FieldPath } from '../model/index.ts';

/** The field of a Gateway that names the Secret with its client certificate. */
export const CLIENT_CERTIFICATE_REF: FieldPath = ['spec', 'tls', 'backend', 'clientCertificateRef'];
