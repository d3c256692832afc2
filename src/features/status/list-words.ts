import type { ComparedStatus } from '../../core/analysis/status/index.ts';

/** What a list of conditions of an object stands under: `Parent Gateway shop/gateway, listener https`. */
export function listTitle(
  { kind, ref }: ComparedStatus,
  object: { readonly kind: string; readonly namespace: string },
): string {
  if (kind === 'object' || ref === undefined) return `The ${object.kind} itself`;
  if (kind === 'listener') return `Listener ${ref.sectionName ?? ''}`;
  const foreign = ref.namespace !== undefined && ref.namespace !== object.namespace;
  const name = foreign ? `${ref.namespace}/${ref.name}` : ref.name;
  const section = ref.sectionName === undefined ? '' : `, listener ${ref.sectionName}`;
  const port = ref.port === undefined ? '' : `, port ${String(ref.port)}`;
  const role = kind === 'parent' ? 'Parent' : 'Ancestor';
  return `${role} ${ref.kind ?? 'Gateway'} ${name}${section}${port}`;
}

/**
 * What there is to say about the real status of a whole list; null when nothing is.
 *
 * @param by name of the implementation whose conditions are predicted
 */
export function listNote({ real }: ComparedStatus, by: string): string | null {
  if (real === undefined) return null;
  const { relation, stale, controllerName, differences } = real;
  const old =
    stale === undefined
      ? ''
      : ` Its conditions are about generation ${String(stale.observed)}: the controller has not looked at generation ${String(stale.generation)} yet.`;
  switch (relation) {
    case 'compared':
      return `${differences.length === 0 ? 'The cluster says the same.' : 'The cluster says something else.'}${old}`;
    case 'not-written':
      return 'The cluster has no entry here: the controller has not written one.';
    case 'not-predicted':
      return `The cluster has an entry here, but for these manifests none is predicted.${old}`;
    case 'other-controller':
      return `Written by ${controllerName ?? 'another controller'}, so it is not compared with ${by}.`;
    default:
      return relation satisfies never;
  }
}
