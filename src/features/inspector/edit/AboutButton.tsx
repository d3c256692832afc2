import { CircleHelp } from 'lucide-react';
import type { FormField } from '../../../core/edits/index.ts';
import { implementationNames } from '../../../views/index.ts';
import { IconButton, Popover } from '../../../ui/index.ts';

type About = Pick<FormField, 'name' | 'facts' | 'help' | 'readBy'>;

/** A bare type says no more than the control does. */
const BARE = /^(string|integer|number|boolean|int-or-string|any|list of \w+)$/;

/** The button that opens what there is to say about a field: our sentence, what the schema takes, how the gateways differ. */
export function AboutButton({ field, label }: { field: About; label: string }) {
  const { facts, help, readBy } = field;
  const isPlain = facts.every((fact) => BARE.test(fact));
  if (help === '' && isPlain && readBy.length === 0) return null;
  return (
    <Popover
      label={`About ${label}`}
      className="fld-about"
      align="end"
      sideOffset={4}
      trigger={<IconButton icon={CircleHelp} size="sm" label={`About ${label}`} />}
    >
      {help === '' ? null : <p>{help}</p>}
      {facts.length === 0 ? null : <p className="mono">{facts.join(' · ')}</p>}
      {readBy.length === 0 ? null : (
        <dl>
          {readBy.map(({ id, how }) => (
            <div key={id}>
              <dt>{implementationNames[id]}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      )}
    </Popover>
  );
}
