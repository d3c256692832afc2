import { itemsAt, objectKey, servicePorts, stringAt } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';
import { oneFix } from './one-fix.ts';

/** Has the policy for the whole Service name another port, so that this one governs its own. */
export const narrowWinner: ObjectFixMaker = ({ params }, policy, context) => {
  const found = context.index.all.find(
    (one) => `${one.kind} ${one.name}` === params.winner && one.namespace === policy.namespace,
  );
  if (found === undefined) return [];
  const winner = asWritten(found, context);
  const targets = itemsAt(winner.value, ['spec', 'targetRefs']);
  const name = stringAt(targets[0], ['name']) ?? '';
  const service = context.index.byKey.get(objectKey('', 'Service', policy.namespace, name));
  if (service === undefined || targets.length !== 1) return [];
  const others = servicePorts(service).flatMap((port) => port.name ?? []);
  return others
    .filter((port) => port !== params.section)
    .flatMap((port) =>
      oneFix(
        `Target port ${port} alone with ${winner.kind} ${winner.name}, so that ${policy.name} holds for ${params.section ?? 'its port'}`,
        setScalar(winner, ['spec', 'targetRefs', 0, 'sectionName'], port),
      ),
    );
};
