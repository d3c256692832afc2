import { CLIENT_CERTIFICATE_REF, stringAt, valueAt } from '../../gateway-api/index.ts';
import { insertKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';
import { oneFix } from './one-fix.ts';

/** Where agentgateway's own kinds keep the TLS settings of a backend. */
const TLS_PATHS = [
  ['spec', 'backend', 'tls'],
  ['spec', 'policies', 'tls'],
];

/** Names the Gateway's client certificate where agentgateway reads it for this connection. */
export const presentInPolicy: ObjectFixMaker = ({ params }, gateway, context) => {
  const name = stringAt(gateway.value, [...CLIENT_CERTIFICATE_REF, 'name']);
  const found = context.index.all.find((one) => `${one.kind} ${one.name}` === params.by);
  if (name === undefined || found?.namespace !== gateway.namespace) return [];
  const user = asWritten(found, context);
  const path = TLS_PATHS.find((one) => valueAt(user.value, one) !== undefined);
  if (path === undefined) return [];
  return oneFix(
    `Present Secret ${name} of Gateway ${gateway.name} in ${user.kind} ${user.name}`,
    insertKey(user, path, 'mtlsCertificateRef', [{ name }]),
    { effect: 'Step 5 then sends it.' },
  );
};
