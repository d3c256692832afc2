import { kinds, stringAt } from '../../gateway-api/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { authoritiesOf, presentedLeaf } from './presented.ts';
import { withAuthority } from './with-authority.ts';

/** Adds the CA of what the targets present whose policies name this Secret as CA. */
export const addAuthorityOf: ObjectFixMaker = (_, secret, context) => {
  const leaf = context.index
    .ofKind(kinds.backendTlsPolicy)
    .filter(
      ({ namespace, value }) =>
        namespace === secret.namespace &&
        stringAt(value, ['spec', 'validation', 'caCertificateRefs', 0, 'name']) === secret.name,
    )
    .map((policy) => presentedLeaf(policy, context))
    .find((one) => one !== undefined);
  const [ca] = leaf === undefined ? [] : authoritiesOf(leaf, context);
  return ca === undefined ? [] : withAuthority(secret, ca, secret);
};
