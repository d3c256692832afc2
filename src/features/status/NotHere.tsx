import type { Analysis } from '../../core/analysis/types.ts';
import { joined } from '../../core/words/index.ts';

/** As many as fit into one line; the rest is counted. */
const NAMED = 3;

/** Which objects are named and in no file: a cluster that has them says something else than what is predicted. */
export function NotHere({ analysis }: { analysis: Analysis }) {
  const absent = analysis.topology.nodes.filter(
    ({ ghost, madeBy }) => ghost && madeBy === undefined,
  );
  if (absent.length === 0) return null;
  const named = absent
    .slice(0, NAMED)
    .map(
      ({ kind, namespace, name }) => `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`,
    );
  const more = absent.length - named.length;
  const list = [...named, ...(more > 0 ? [`${String(more)} more`] : [])];
  return (
    <p className="hint" role="note">
      As it is without {joined(list)}, which no file here holds. If the cluster has{' '}
      {absent.length === 1 ? 'it' : 'them'}, drop {absent.length === 1 ? 'it' : 'them'} here too.
    </p>
  );
}
