import { objectAt } from '../../gateway-api/index.ts';
import { insertKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

/** Sets both ends of the TLS versions of a BackendConfigPolicy, so that TLS 1.2 and 1.3 are left. */
export const setTlsVersions: ObjectFixMaker = (_, policy) => {
  const parameters = objectAt(policy.value, ['spec', 'tls', 'parameters']);
  const versions = { ...parameters, minVersion: '1.2', maxVersion: '1.3' };
  return oneFix(
    `Allow TLS 1.2 and 1.3 in ${policy.kind} ${policy.name}`,
    insertKey(policy, ['spec', 'tls'], 'parameters', versions),
    { effect: 'Step 3 then has versions to offer.' },
  );
};
