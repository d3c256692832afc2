import type { ObjectSummary } from '../../core/analysis/types.ts';
import { studio } from '../../state/index.ts';
import { ObjectGlyph } from '../../views/index.ts';

/** An object as a link that selects it. */
export function ObjectLink({ object, label }: { object: ObjectSummary; label?: string }) {
  return (
    <button
      type="button"
      className="obj-link"
      onClick={() => {
        studio.select({ kind: 'object', objectKey: object.key });
      }}
    >
      <ObjectGlyph kind={object.kind} />
      <span className="trunc">
        {object.name} <span className="mut">{object.kind}</span>
      </span>
      {label === undefined ? null : <span className="mono fld">{label}</span>}
    </button>
  );
}
