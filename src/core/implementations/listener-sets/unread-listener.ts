import { makeFinding, type Connection, type Resolution } from '../../gateway-api/index.ts';
import type { ImplementationId } from '../../model/index.ts';
import { implementationInfo } from '../implementation-info.ts';
import { unopened } from '../listeners/unopened.ts';
import type { Programmed } from '../types.ts';
import type { ListenerSetFindingCode } from './findings.ts';
import { readListenerSetKinds } from './read-kinds.ts';

/**
 * What becomes of a connection whose listener stands in a ListenerSet that the controller does not watch: the port is
 * not opened.
 *
 * @returns null when the controller knows the listener
 */
export function unreadListener(
  connection: Connection,
  { index }: Resolution,
  id: ImplementationId,
  version: string,
): Programmed | null {
  const { listener } = connection;
  const set = index.byId.get(listener.listenerSetId ?? '');
  if (set === undefined) return null;
  const read = readListenerSetKinds(id, version, index);
  if (read.includes(`${set.group}/${set.kind}`)) return null;
  const gateway = `${implementationInfo[id].name} ${version}`;
  const known = read.map((kind) => kind.slice(kind.indexOf('/') + 1)).join(' and ');
  const finding = makeFinding<ListenerSetFindingCode>({
    code: 'LISTENER-SET-NOT-READ',
    severity: 'error',
    object: set,
    path: ['spec', 'listeners'],
    params: {
      gateway,
      kind: set.kind,
      reads: known === '' ? 'It reads no kind of listener set.' : `It reads ${known} only.`,
    },
    step: 1,
    suffix: id,
  });
  return {
    upstream: unopened(
      connection,
      id,
      version,
      `${gateway} does not read ${set.kind}, so listener ${listener.name} of ${set.name} is not opened`,
    ),
    findings: [finding],
  };
}
