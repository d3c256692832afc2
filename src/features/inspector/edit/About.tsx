import type { FormField } from '../../../core/edits/index.ts';
import { implementationNames } from '../../../views/index.ts';

/** What there is to say about a field: our sentence, what the schema takes, and how the gateways differ. */
export function About({ field }: { field: Pick<FormField, 'name' | 'facts' | 'help' | 'readBy'> }) {
  const { name, facts, help, readBy } = field;
  if (help === '' && facts.length + readBy.length === 0) return null;
  return (
    <div className="fld-about">
      {help === '' ? null : <p>{help}</p>}
      {facts.length === 0 ? null : <p className="mono">{facts.join(' · ')}</p>}
      {readBy.length === 0 ? null : (
        <details>
          <summary>{`Which gateways read ${name}`}</summary>
          <dl>
            {readBy.map(({ id, how }) => (
              <div key={id}>
                <dt>{implementationNames[id]}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
