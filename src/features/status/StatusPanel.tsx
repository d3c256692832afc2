import './status.css';
import { useState } from 'react';
import { shownImplementations, useAnalysis, useStudio } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { MadeFirst } from './MadeFirst.tsx';
import { MetYetFailing } from './MetYetFailing.tsx';
import { NoConditions, NoImplementation } from './NoStatus.tsx';
import { NotHere } from './NotHere.tsx';
import { ObjectRows } from './ObjectRows.tsx';
import { filterEntries, isCompared, statusEntries, type StatusFilter } from './status-entries.ts';
import { StatusBar } from './StatusBar.tsx';

/** Objects drawn at once; a table of thousands would hold up the page. */
const PAGE = 60;

/**
 * The conditions that the controller would write, object by object, as `kubectl describe` prints them, each beside
 * what a pasted manifest says the cluster has.
 */
export function StatusPanel() {
  const analysis = useAnalysis((state) => state.analysis);
  const lens = useStudio((state) => state.view.lens);
  const [chosen, setFilter] = useState<StatusFilter>('all');
  const [limit, setLimit] = useState(PAGE);
  if (analysis === null) return null;
  const shown = shownImplementations(analysis, { lens });
  if (shown.length === 0) return <NoImplementation analysis={analysis} />;
  const entries = statusEntries(analysis.objects, shown);
  if (entries.length === 0)
    return <NoConditions names={shown.map(({ name }) => name).join(' and ')} />;
  const filter = chosen === 'differs' && !isCompared(entries) ? 'all' : chosen;
  const filtered = filterEntries(entries, filter);
  const more = filtered.length - limit;
  return (
    <div className="status">
      <StatusBar entries={entries} shown={shown} filter={filter} onFilter={setFilter} />
      <MadeFirst analysis={analysis} />
      <NotHere analysis={analysis} />
      <MetYetFailing entries={entries} shown={shown} />
      {filtered.length === 0 ? (
        <EmptyState title={nothing[filter]} />
      ) : (
        <table>
          <caption className="vh">Predicted conditions, by object</caption>
          <thead>
            <tr>
              <th scope="col">Type</th>
              <th scope="col">Status</th>
              <th scope="col">Reason</th>
              <th scope="col">Message</th>
            </tr>
          </thead>
          {filtered.slice(0, limit).map((entry) => (
            <ObjectRows key={entry.object.id} entry={entry} />
          ))}
        </table>
      )}
      {more <= 0 ? null : (
        <div className="more">
          <Button
            size="sm"
            onClick={() => {
              setLimit(limit + PAGE);
            }}
          >
            Show {Math.min(more, PAGE)} more of {more}
          </Button>
        </div>
      )}
    </div>
  );
}

const nothing: Readonly<Record<StatusFilter, string>> = {
  all: 'No conditions to predict',
  'not-met': 'Every predicted condition is met',
  differs: 'The cluster says what is predicted',
};
