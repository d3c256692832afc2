import type { Analysis } from '../../core/analysis/types.ts';
import { EmptyState } from '../../ui/index.ts';
import { formatDate } from '../../views/index.ts';

/** Nothing to repair: says what breaks next. */
export function NothingWrong({ analysis }: { analysis: Analysis }) {
  const at = Date.parse(analysis.at);
  const next = analysis.certificates
    .filter(({ notAfter }) => notAfter !== null && notAfter > at)
    .sort((a, b) => (a.notAfter ?? 0) - (b.notAfter ?? 0))[0];
  return (
    <EmptyState title="No problems found">
      {next === undefined
        ? 'Nothing in these files is known to break.'
        : `Breaks next on ${formatDate(next.notAfter)}, when ${next.title} expires.`}
    </EmptyState>
  );
}
