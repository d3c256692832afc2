import type { ConversionRequest, VerdictChange } from '../../core/conversion/index.ts';
import { implementationNames, VerdictMark } from '../../views/index.ts';

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
      <thead>
        <tr>
          <th scope="col">Connection</th>
          <th scope="col">{implementationNames[request.from]} now</th>
          <th scope="col">
            {implementationNames[request.to]} {request.version} then
          </th>
        </tr>
      </thead>
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
