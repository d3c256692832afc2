import type { ObjectSummary } from '../../core/analysis/types.ts';

/** An object key in words. */
export interface KeyWords {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** `ConfigMap ca`. */
  readonly title: string;
}

/** What a key says; keys come from the analysis, so each part is there. */
export function wordsOfKey(objectKey: string): KeyWords {
  const [, kind = '', namespace = '', name = ''] = objectKey.split('/');
  return { kind, namespace, name, title: `${kind} ${name}` };
}

/** `name-copy`, or with a number where that is taken. */
export function freeCopyName(objectKey: string, objects: readonly ObjectSummary[]): string {
  const { name } = wordsOfKey(objectKey);
  const taken = new Set(objects.map(({ key }) => key));
  const keyOf = (candidate: string) => `${objectKey.slice(0, -name.length)}${candidate}`;
  let candidate = `${name}-copy`;
  for (let count = 2; taken.has(keyOf(candidate)); count += 1)
    candidate = `${name}-copy-${String(count)}`;
  return candidate;
}

/** Namespaces that objects are in, each once. */
export function namespacesOf(objects: readonly ObjectSummary[]): readonly string[] {
  const named = objects.flatMap(({ kind, name, namespace }) =>
    kind === 'Namespace' ? [name] : namespace === '' ? [] : [namespace],
  );
  return [...new Set(named)].toSorted();
}
