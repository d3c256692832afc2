import type { FieldRef } from '../../core/model/index.ts';
import { revealField, useAnalysis } from '../../state/index.ts';
import { fieldPathText } from '../format/field-path-text.ts';

/** Fields as links into the YAML. */
export function FieldLinks({ fields }: { fields: readonly FieldRef[] }) {
  const objects = useAnalysis((state) => state.analysis?.objects);
  return (
    <ul className="fields">
      {fields.map((field) => {
        const object = objects?.find(({ id }) => id === field.objectId);
        if (object === undefined) return null;
        const text = fieldPathText(field.path);
        return (
          <li key={`${field.objectId} ${text}`}>
            <button
              type="button"
              className="link"
              onClick={() => {
                revealField(field);
              }}
            >
              {object.kind} {object.name}
              <span className="mono">{text}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
