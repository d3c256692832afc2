import { envoyHandshakeCase } from './envoy-handshake-case.ts';
import { envoyVerifyCase, isEnvoyVerifyRow } from './envoy-verify.ts';
import { isFields, parseJson, rowsOf, type Fields } from './json.ts';
import type { FormReader } from './types.ts';

/**
 * Rows recorded from BoringSSL as Envoy calls it: `{verify: [{chain, ca, boringssl_…}], handshake: [{gateway, backend,
 * result}]}`, either table alone too. A row is one case.
 */
export const envoyForm: FormReader = ({ text }) => {
  const document = parseJson(text);
  if (!isFields(document)) return null;
  const verify = rowsOf(document.verify);
  const handshake = rowsOf(document.handshake);
  if (!verify.some(isEnvoyVerifyRow) && !handshake.some(isHandshakeRow)) return null;
  return [...verify.map(envoyVerifyCase), ...handshake.map(envoyHandshakeCase)];
};

function isHandshakeRow(row: Fields): boolean {
  return isFields(row.gateway) && isFields(row.backend) && isFields(row.result);
}
