import type {
  FindingLine,
  ObjectChange,
  OutlookChange,
  StateComparison,
} from '../../../core/what-if/compare/types.ts';
import type { Outlook } from '../../../core/what-if/types.ts';
import { count, implementationNames, VerdictMark } from '../../../views/index.ts';
import { OutlookMark } from '../OutlookMark.tsx';

/** What differs: verdicts with their log lines, findings, objects. */
export function ComparisonView({ comparison }: { comparison: StateComparison }) {
  const { outlooks, findings, objects } = comparison;
  const changed = outlooks.filter((one) => one.changed);
  return (
    <>
      <p className="wi-lead" role="status">
        {changeWords(changed.length, outlooks.length)}
      </p>
      {changed.length === 0 ? null : <OutlookTable changes={changed} />}
      <Findings title="New findings" findings={findings.new} />
      <Findings title="Findings that are gone" findings={findings.gone} />
      <Objects objects={objects} />
    </>
  );
}

function changeWords(changed: number, all: number): string {
  if (changed === 0) return `None of ${count(all, 'verdict')} changes.`;
  if (changed === all)
    return all === 1 ? 'The verdict changes.' : `All ${String(all)} verdicts change.`;
  return `${String(changed)} of ${count(all, 'verdict')} ${changed === 1 ? 'changes' : 'change'}.`;
}

function OutlookTable({ changes }: { changes: readonly OutlookChange[] }) {
  return (
    <table className="wi-table">
      <caption>Verdicts that change</caption>
      <thead>
        <tr>
          <th scope="col">Gateway and connection</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ connectionId, label, before, after }) => {
          const id = (after ?? before)?.implementation;
          return (
            <tr key={`${String(id)} ${connectionId}`}>
              <th scope="row">
                {id === undefined ? '' : implementationNames[id]}
                <span className="mut">{label}</span>
              </th>
              <td>
                <Side outlook={before} />
              </td>
              <td>
                <Side outlook={after} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Side({ outlook }: { outlook: Outlook | null }) {
  if (outlook === null) return <span className="mut">No such connection</span>;
  return (
    <>
      <OutlookMark outlook={outlook} />
      {outlook.log === null ? null : (
        <code>
          {outlook.log.by === 'gateway' ? 'Gateway log: ' : 'Backend log: '}
          {outlook.log.text}
        </code>
      )}
    </>
  );
}

function Findings({ title, findings }: { title: string; findings: readonly FindingLine[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="wi-list">
        {findings.map(({ id, severity, title: text }) => (
          <li key={id}>
            <VerdictMark verdict={severity} />
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

const objectWords: Readonly<Record<ObjectChange['change'], string>> = {
  added: 'Added',
  removed: 'Removed',
  edited: 'Edited',
};

function Objects({ objects }: { objects: readonly ObjectChange[] }) {
  if (objects.length === 0) return null;
  return (
    <section aria-label="Objects">
      <h3>Objects</h3>
      <ul className="wi-list">
        {objects.map(({ key, kind, name, namespace, change }) => (
          <li key={key}>
            <span className="mut">{objectWords[change]}</span>
            <span>
              {kind} <b className="strong">{name}</b> <span className="mut">{namespace}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
