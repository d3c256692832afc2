import type { ReactNode } from 'react';
import {
  conditionVerdict,
  reasonMeaning,
  type RealCondition,
} from '../../core/analysis/status/index.ts';
import { openFinding, studio, useAnalysis } from '../../state/index.ts';
import { Button, classNames, Tag, VerdictShape } from '../../ui/index.ts';
import { formatDate } from '../../views/index.ts';
import type { ConditionRow } from './condition-rows.ts';
import { findingOf } from './finding-of.ts';

/** One type of condition: what is predicted and, below it, what the cluster says where that differs. */
export function ConditionRows({ row }: { row: ConditionRow }) {
  const { predicted, real, difference } = row;
  return (
    <>
      {predicted === null ? null : (
        <tr className="cond">
          <TypeCell condition={predicted} />
          <ValueCells condition={predicted}>
            <FieldLink message={predicted.message} failing={isBad(predicted)} />
            {difference === 'missing' ? (
              <span className="why against">The cluster has no such condition.</span>
            ) : null}
          </ValueCells>
        </tr>
      )}
      {real === null ? null : (
        <tr className={classNames('cond real', predicted !== null && 'beside')}>
          {predicted === null ? (
            <TypeCell condition={real} only />
          ) : (
            <th scope="row">
              <span className="type">
                <Mark condition={real} />
                <Tag line>Cluster</Tag>
              </span>
            </th>
          )}
          <ValueCells condition={real} told={difference === 'message'}>
            <Comparison row={row} />
          </ValueCells>
        </tr>
      )}
    </>
  );
}

function TypeCell({ condition, only = false }: { condition: RealCondition; only?: boolean }) {
  return (
    <th scope="row">
      <span className="type">
        <Mark condition={condition} />
        <span>{condition.type}</span>
        {only ? <Tag line>Cluster</Tag> : null}
      </span>
    </th>
  );
}

/** Only what is not as wanted has a hue. */
function Mark({ condition }: { condition: RealCondition }) {
  const verdict = conditionVerdict(condition);
  const shape = verdict === 'ok' ? 'would-pass' : verdict;
  return <VerdictShape shape={shape} size="s" label={words[verdict]} />;
}

const words = {
  ok: 'As wanted',
  warning: 'Warning',
  error: 'Not met',
  unknown: 'Not known yet',
} as const;

/** @param props `told`: the reason has been explained in the row above */
function ValueCells(props: { condition: RealCondition; told?: boolean; children: ReactNode }) {
  const { condition, told = false, children } = props;
  const { type, status, reason, message } = condition;
  return (
    <>
      <td className="mono">{status}</td>
      <td className="mono">{reason}</td>
      <td>
        {message === '' ? null : <span className="mono said">{message}</span>}
        {told ? null : (
          <span className="why">{reasonMeaning(type, reason) ?? unknownReason(reason)}</span>
        )}
        {children}
      </td>
    </>
  );
}

function unknownReason(reason: string): string {
  return reason === '' ? 'No reason is given.' : 'A reason of the controller’s own.';
}

function isBad(condition: RealCondition): boolean {
  return conditionVerdict(condition) !== 'ok';
}

/** The problem that says which field the message is about. */
function FieldLink({ message, failing }: { message: string; failing: boolean }) {
  const finding = useAnalysis((state) =>
    failing ? findingOf(state.analysis?.findings ?? [], message) : undefined,
  );
  if (finding?.at === undefined) return null;
  const { fileId, range } = finding.at;
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-label={`Show the field: ${finding.title}`}
      onClick={() => {
        openFinding(finding);
        studio.reveal(fileId, range);
      }}
    >
      Show the field
    </Button>
  );
}

/** "The cluster says X, these manifests would give Y." */
function Comparison({ row }: { row: ConditionRow }) {
  const text = comparison(row);
  return text === '' ? null : <span className="why against">{text}</span>;
}

function comparison({ predicted, real, difference }: ConditionRow): string {
  if (real === null) return '';
  const since = real.since === undefined ? '' : ` since ${formatDate(Date.parse(real.since))}`;
  if (predicted === null)
    return difference === 'extra' ? `The cluster has it${since}; it is not predicted.` : '';
  switch (difference) {
    case 'status':
      return `The cluster says ${real.status}${since}, these manifests would give ${predicted.status}.`;
    case 'reason':
      return `The cluster says ${real.reason}${since}, these manifests would give ${predicted.reason}.`;
    default:
      return `Same status and reason${since}, in other words.`;
  }
}
