import { itemsAt, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { JsonValue } from '../../manifest/types.ts';

/** One variable that a container gets. */
export interface Variable {
  /** Undefined where `valueFrom` decides. */
  readonly value: string | undefined;
  /** Place in the list `env`. */
  readonly at: number;
}

/** The variables of a container, of two with one name the later (Kubernetes API: EnvVar). */
export function environmentOf(container: JsonValue): ReadonlyMap<string, Variable> {
  return new Map(
    itemsAt(container, ['env']).flatMap((entry, at): [string, Variable][] => {
      const name = stringAt(entry, ['name']);
      const isElsewhere = valueAt(entry, ['valueFrom']) !== undefined;
      const value = isElsewhere ? undefined : (stringAt(entry, ['value']) ?? '');
      return name === undefined ? [] : [[name, { value, at }]];
    }),
  );
}
