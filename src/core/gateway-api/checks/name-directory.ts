import { closestNames } from '../closest-names.ts';
import type { ObjectIndex, ReferenceTarget } from '../types.ts';

/** Answers "what did they mean": names of one kind by namespace, and namespaces by name. */
export interface NameDirectory {
  /** Names of the same kind and namespace that are close, best first. */
  readonly closest: (target: ReferenceTarget) => readonly string[];
  /** Other namespaces in which an object of that kind has exactly that name. */
  readonly otherNamespaces: (target: ReferenceTarget) => readonly string[];
}

/** Builds the directory of one index. */
export function createNameDirectory(index: ObjectIndex): NameDirectory {
  const groupOf = (target: ReferenceTarget): string =>
    `${target.group === 'core' ? '' : target.group}/${target.kind}`;
  return {
    closest: (target) =>
      closestNames(
        target.name,
        index
          .ofKind(groupOf(target))
          .filter(({ namespace }) => namespace === target.namespace)
          .map(({ name }) => name),
      ),
    otherNamespaces: (target) =>
      index
        .ofKind(groupOf(target))
        .filter(({ name, namespace }) => name === target.name && namespace !== target.namespace)
        .map(({ namespace }) => namespace),
  };
}

/** The parameters that texts about a missing target use; absent keys mean that there is nothing to say. */
export function suggestionParams(
  directory: NameDirectory,
  target: ReferenceTarget,
): Readonly<Record<string, string>> {
  const closest = directory.closest(target);
  const namespaces = directory.otherNamespaces(target);
  return {
    ...(closest.length === 0 ? {} : { closest: closest.join(', ') }),
    ...(namespaces.length === 0 ? {} : { namespaces: namespaces.join(', ') }),
  };
}

/** `Kind namespace/name`, or `Kind name` without a namespace. */
export function targetText(target: ReferenceTarget): string {
  const name = target.namespace === '' ? target.name : `${target.namespace}/${target.name}`;
  return `${target.kind === '' ? 'Object' : target.kind} ${name}`;
}
