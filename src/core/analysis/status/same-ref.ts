import { groups } from '../../gateway-api/index.ts';
import type { StatusRef } from '../../implementations/status.ts';

/**
 * Whether two refs name the same thing. Controllers leave out what the API server has a default for: the group of
 * the Gateway API, the kind Gateway, the namespace of the object itself.
 *
 * @param namespace of the object whose status it is
 */
export function sameRef(
  a: StatusRef | undefined,
  b: StatusRef | undefined,
  namespace: string,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  const whole = (ref: StatusRef) => ({
    group: groups.gateway,
    kind: 'Gateway',
    namespace,
    sectionName: undefined,
    port: undefined,
    ...ref,
  });
  const [one, other] = [whole(a), whole(b)];
  return (
    one.name === other.name &&
    one.namespace === other.namespace &&
    one.kind === other.kind &&
    one.group === other.group &&
    one.sectionName === other.sectionName &&
    one.port === other.port
  );
}
