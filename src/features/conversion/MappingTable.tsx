import type { MappedField } from '../../core/conversion/index.ts';

/** What says the same, where it stood and where it stands then. */
export function MappingTable({ mapped }: { mapped: readonly MappedField[] }) {
  if (mapped.length === 0) return null;
  return (
    <table className="cv-table">
      <caption>What maps</caption>
      <thead>
        <tr>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {mapped.map(({ from, to, note }, index) => (
          <tr key={String(index)}>
            <td>
              <Where place={from} none="New" />
            </td>
            <td>
              {isSame(from, to) ? (
                <span className="mut">
                  {note === null ? 'Stays as it is' : 'In the same place'}
                </span>
              ) : (
                <Where place={to} none="No longer needed" />
              )}
              {note === null ? null : <p className="mut">{note.text}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isSame(from: MappedField['from'], to: MappedField['to']): boolean {
  return from !== null && from.objectKey === to?.objectKey && from.field === to.field;
}

function Where({ place, none }: { place: MappedField['from']; none: string }) {
  if (place === null) return <span className="mut">{none}</span>;
  return (
    <>
      {place.object} <span className="mono">{place.field}</span>
    </>
  );
}
