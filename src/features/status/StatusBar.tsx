import type { ImplementationVerdict } from '../../core/analysis/types.ts';
import { SegmentedControl, VerdictShape } from '../../ui/index.ts';
import {
  filterEntries,
  isCompared,
  type StatusEntry,
  type StatusFilter,
} from './status-entries.ts';

/** Whose conditions these are, and which of them to show. */
export function StatusBar(props: {
  entries: readonly StatusEntry[];
  shown: readonly ImplementationVerdict[];
  filter: StatusFilter;
  onFilter: (filter: StatusFilter) => void;
}) {
  const { entries, shown, filter, onFilter } = props;
  const pasted = isCompared(entries);
  const amount = (of: StatusFilter) => String(filterEntries(entries, of).length);
  return (
    <div className="st-bar">
      <SegmentedControl
        label="Which objects"
        value={filter}
        segments={[
          { value: 'all', label: `All ${amount('all')}` },
          {
            value: 'not-met',
            label: (
              <>
                <VerdictShape shape="error" size="xs" /> Not met {amount('not-met')}
              </>
            ),
          },
          ...(pasted
            ? [
                {
                  value: 'differs' as const,
                  label: (
                    <>
                      <VerdictShape shape="warning" size="xs" /> Differs {amount('differs')}
                    </>
                  ),
                },
              ]
            : []),
        ]}
        onChange={onFilter}
      />
      <span className="grow" />
      <span className="hint">
        Predicted for {shown.map(({ name, version }) => `${name} ${version}`).join(' and ')}
        {pasted || shown.every(({ gateways }) => gateways.length === 0) ? null : (
          <>
            . Paste what <code>kubectl get -o yaml</code> prints to compare
          </>
        )}
      </span>
    </div>
  );
}
