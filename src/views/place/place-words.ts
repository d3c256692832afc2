import type { Placement } from '../../core/analysis/index.ts';

/** What putting a file there is called on a button: `Place in ConfigMap backend-cert`. */
export function placeTitle({ how, target, part }: Placement): string {
  switch (how) {
    case 'object':
      return `Place in ${target}`;
    case 'create':
      return `Create ${target}`;
    case 'assign':
      return part === 'authority' ? `${target} accepts clients of it` : `${target} presents it`;
    case 'stand-in':
      return `Stand in for ${target}`;
    default:
      return how satisfies never;
  }
}

/** What happens there, in one sentence. */
export function placeDetail({ how, as, effect, why }: Placement): string {
  const beside =
    effect === 'replace'
      ? ', in place of what is there'
      : effect === 'add'
        ? ', beside what is there'
        : '';
  const first =
    how === 'stand-in'
      ? `Counts ${as}${beside}; the manifests stay as they are.`
      : `Goes in ${as}${beside}.`;
  return why === null ? first : `${first} ${why}`;
}
