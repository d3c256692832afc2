import type { ConversionRequest } from '../../core/conversion/index.ts';
import { implementationNames } from '../../views/index.ts';

/** Head of a table that sets what the gateway does now beside what the target does then. */
export function ChangeHead(props: { subject: string; request: ConversionRequest }) {
  const { subject, request } = props;
  return (
    <thead>
      <tr>
        <th scope="col">{subject}</th>
        <th scope="col">{implementationNames[request.from]} now</th>
        <th scope="col">
          {implementationNames[request.to]} {request.version} then
        </th>
      </tr>
    </thead>
  );
}
