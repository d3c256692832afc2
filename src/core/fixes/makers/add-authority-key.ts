import { objectKey, stringAt } from '../../gateway-api/index.ts';
import { insertKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { writtenAt } from './as-written.ts';
import { oneFix } from './one-fix.ts';
import { authoritiesOf, presentedLeaf } from './presented.ts';
import { withAuthority } from './with-authority.ts';

/** Adds ca.crt to the Secret of a BackendConfigPolicy, or trusts the system's CAs where it names no Secret. */
export const addAuthorityKey: ObjectFixMaker = (_, policy, context) => {
  const name = stringAt(policy.value, ['spec', 'tls', 'secretRef', 'name']);
  const leaf = presentedLeaf(policy, context);
  const [ca] = leaf === undefined ? [] : authoritiesOf(leaf, context);
  if (name === undefined)
    return oneFix(
      `Trust the system's CAs in ${policy.kind} ${policy.name}`,
      insertKey(policy, ['spec', 'tls'], 'wellKnownCACertificates', 'System'),
    );
  const secret = writtenAt(objectKey('', 'Secret', policy.namespace, name), context);
  return secret === undefined || ca === undefined ? [] : withAuthority(secret, ca, policy);
};
