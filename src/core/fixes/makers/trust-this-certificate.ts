import type { ObjectFixMaker } from '../types.ts';
import { useIssuingCa } from './use-issuing-ca.ts';

/** Trusts a self-signed certificate itself: it is its own issuer. */
export const trustThisCertificate: ObjectFixMaker = (finding, object, context) => {
  const { params } = finding;
  const own = { ...params, issuerCertificate: params.certificate ?? '' };
  return useIssuingCa({ ...finding, params: own }, object, context);
};
