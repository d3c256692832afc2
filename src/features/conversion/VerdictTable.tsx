import type { ConversionRequest, VerdictChange } from '../../core/conversion/index.ts';
import { VerdictMark } from '../../views/index.ts';
import { ChangeHead } from './ChangeHead.tsx';

/** What becomes of each connection. */
export function VerdictTable(props: {
  verdicts: readonly VerdictChange[];
  request: ConversionRequest;
}) {
  const { verdicts, request } = props;
  if (verdicts.length === 0)
    return <p className="hint">No request comes through the Gateways: there is no verdict.</p>;
  return (
    <table className="cv-table">
      <caption>Verdict</caption>
      <ChangeHead subject="Connection" request={request} />
      <tbody>
        {verdicts.map(({ connectionId, label, before, after }) => (
          <tr key={connectionId}>
            <th scope="row">{label}</th>
            <td>
              <Outcome of={before} />
            </td>
            <td>
              <Outcome of={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ of }: { of: VerdictChange['before'] }) {
  if (of === null) return <span className="mut">No such connection</span>;
  return (
    <>
      <VerdictMark verdict={of.verdict} word={of.headline === '' ? true : of.headline} />
      {of.log === null ? null : <code>{of.log.text}</code>}
    </>
  );
}
