import type { Outlook } from '../../core/what-if/types.ts';
import { VerdictMark } from '../../views/index.ts';

/** What one implementation makes of a connection: shape and headline. */
export function OutlookMark({ outlook }: { outlook: Pick<Outlook, 'verdict' | 'headline'> }) {
  return <VerdictMark verdict={outlook.verdict} word={outlook.headline} />;
}
