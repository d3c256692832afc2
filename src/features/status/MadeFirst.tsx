import type { Analysis } from '../../core/analysis/types.ts';

/** Which objects the predicted conditions take as made, by whom: before that, the controllers call them missing. */
export function MadeFirst({ analysis }: { analysis: Analysis }) {
  const made = analysis.topology.nodes.filter(({ madeBy }) => madeBy !== undefined);
  if (made.length === 0) return null;
  const parts = made.map(
    ({ madeBy, kind, namespace, name }) => `${madeBy ?? ''} has made ${kind} ${namespace}/${name}`,
  );
  return (
    <p className="hint" role="note">
      As it is once {parts.join(' and ')}. Until then, what refers to it is not resolved.
    </p>
  );
}
