import './problems.css';
import { BookOpen, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { RenderedFinding } from '../../core/analysis/types.ts';
import { orderProblems, studio, useAnalysis, useCurrentHandshake } from '../../state/index.ts';
import { Button, SegmentedControl, VerdictShape } from '../../ui/index.ts';
import { FixDialog, type FixPlan } from './FixDialog.tsx';
import { foldGroups } from './fold-groups.ts';
import { FoldedRow } from './FoldedRow.tsx';
import { NothingWrong } from './NothingWrong.tsx';
import { ProblemRow } from './ProblemRow.tsx';
import { safeEdits } from './safe-edits.ts';

type Filter = 'all' | RenderedFinding['severity'];

/** Every finding, sorted by the step it breaks. A row selects it and shows its line; fixes apply as text edits. */
export function ProblemsPanel() {
  const analysis = useAnalysis((state) => state.analysis);
  const decisive = useCurrentHandshake()?.outcome.causeStep;
  const [filter, setFilter] = useState<Filter>('all');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [plan, setPlan] = useState<FixPlan | null>(null);
  if (analysis === null) return null;
  const ordered = orderProblems(analysis.findings, decisive);
  const shown = ordered.filter(({ severity }) => filter === 'all' || severity === filter);
  return (
    <div className="problems">
      <ProblemsBar findings={ordered} filter={filter} onFilter={setFilter} onPlan={setPlan} />
      {plan === null ? null : (
        <FixDialog
          plan={plan}
          onClose={() => {
            setPlan(null);
          }}
        />
      )}
      {ordered.length === 0 ? (
        <NothingWrong analysis={analysis} />
      ) : (
        <table>
          <caption className="vh">Problems, sorted by the step they break</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">Verdict</span>
              </th>
              <th scope="col">Step</th>
              <th scope="col">Problem</th>
              <th scope="col" className="obj">
                Object
              </th>
              <th scope="col" className="gws">
                Gateways
              </th>
              <th scope="col">Fix</th>
            </tr>
          </thead>
          <tbody>
            {foldGroups(shown, open).map((entry, i) =>
              entry.kind === 'finding' ? (
                <ProblemRow
                  key={entry.finding.id}
                  finding={entry.finding}
                  comparison={analysis}
                  primary={i === 0}
                  onPreview={(fix) => {
                    setPlan({ fixes: [fix], leftOut: [] });
                  }}
                />
              ) : (
                <FoldedRow
                  key={entry.group}
                  count={entry.count}
                  open={entry.open}
                  onToggle={() => {
                    setOpen(toggled(open, entry.group));
                  }}
                />
              ),
            )}
          </tbody>
        </table>
      )}
    </div>
  );
}

function toggled(open: ReadonlySet<string>, group: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(group)) next.add(group);
  return next;
}

function ProblemsBar(props: {
  findings: readonly RenderedFinding[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onPlan: (plan: FixPlan) => void;
}) {
  const { findings, filter, onFilter, onPlan } = props;
  const counts = (severity: RenderedFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const safe = safeEdits(findings);
  return (
    <div className="pr-bar">
      <SegmentedControl
        label="Which problems"
        value={filter}
        segments={[
          { value: 'all', label: `All ${String(findings.length)}` },
          {
            value: 'error',
            label: <Labelled shape="error" text={`Errors ${String(counts('error'))}`} />,
          },
          {
            value: 'warning',
            label: <Labelled shape="warning" text={`Warnings ${String(counts('warning'))}`} />,
          },
          {
            value: 'note',
            label: <Labelled shape="note" text={`Notes ${String(counts('note'))}`} />,
          },
        ]}
        onChange={onFilter}
      />
      <span className="grow" />
      <span className="note">Sorted by the step they break</span>
      <Button
        size="sm"
        variant="quiet"
        icon={BookOpen}
        onClick={() => {
          studio.openChecks(null);
        }}
      >
        All checks
      </Button>
      {safe.taken.length < 2 ? null : (
        <Button
          size="sm"
          icon={Wrench}
          onClick={() => {
            onPlan({ fixes: safe.taken, leftOut: safe.leftOut });
          }}
        >
          Apply {safe.taken.length} safe fixes
        </Button>
      )}
    </div>
  );
}

function Labelled({ shape, text }: { shape: 'error' | 'warning' | 'note'; text: string }) {
  return (
    <>
      <VerdictShape shape={shape} size="xs" /> {text}
    </>
  );
}
