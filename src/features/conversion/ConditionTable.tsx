import type { ConditionChange, ConversionRequest } from '../../core/conversion/index.ts';
import { ChangeHead } from './ChangeHead.tsx';

/** Conditions that the controllers are predicted to write in another way. */
export function ConditionTable(props: {
  conditions: readonly ConditionChange[];
  request: ConversionRequest;
}) {
  const { conditions, request } = props;
  if (conditions.length === 0) return null;
  return (
    <table className="cv-table">
      <caption>
        Conditions that change <span className="count">{conditions.length}</span>
      </caption>
      <ChangeHead subject="Condition" request={request} />
      <tbody>
        {conditions.map(({ objectKey, object, type, before, after, reason, message }) => (
          <tr key={`${objectKey} ${type}`}>
            <th scope="row">
              {object} <span className="mono">{type}</span>
            </th>
            <td>{before ?? <span className="mut">Not written</span>}</td>
            <td>
              {after}, {reason}
              {message === '' ? null : <code>{message}</code>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
