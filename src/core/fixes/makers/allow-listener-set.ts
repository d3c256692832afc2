import { insertKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';
import { oneFix } from './one-fix.ts';

/** Has the Gateway take ListenerSets: of its own namespace where that is enough. */
export const allowListenerSet: ObjectFixMaker = ({ params }, object, context) => {
  const found = context.index.all.find(
    (one) => `${one.kind} ${one.namespace}/${one.name}` === params.gateway,
  );
  if (found === undefined) return [];
  const gateway = asWritten(found, context);
  const from = gateway.namespace === object.namespace ? 'Same' : 'All';
  const words = from === 'Same' ? 'its namespace' : 'all namespaces';
  return oneFix(
    `Let Gateway ${gateway.name} take ListenerSets of ${words}, ${object.name} among them`,
    insertKey(gateway, ['spec'], 'allowedListeners', { namespaces: { from } }),
  );
};
