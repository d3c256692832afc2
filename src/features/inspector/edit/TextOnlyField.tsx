import { FileSearch } from 'lucide-react';
import type { FormField } from '../../../core/edits/index.ts';
import { studio } from '../../../state/index.ts';
import { Button } from '../../../ui/index.ts';
import { AboutButton } from './AboutButton.tsx';

/** A field that no control can hold, or that holds private material: the way to its place in the file. */
export function TextOnlyField({ field }: { field: Extract<FormField, { kind: 'text-only' }> }) {
  const { name, at } = field;
  return (
    <div>
      <div className="fld-h">
        <p className="lbl grow">{name}</p>
        <AboutButton field={field} label={name} />
        <Button
          size="sm"
          variant="quiet"
          icon={FileSearch}
          aria-label={`Edit ${name} in YAML`}
          onClick={() => {
            studio.reveal(at.fileId, at.range);
          }}
        >
          Edit in YAML
        </Button>
      </div>
    </div>
  );
}
