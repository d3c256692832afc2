import './fields.css';
import { useMemo } from 'react';
import type { Analysis } from '../../../core/analysis/types.ts';
import type { EditAction } from '../../../core/edits/index.ts';
import { applyEdit } from '../../../state/index.ts';
import { SimulationNote } from '../../../views/index.ts';
import { Section } from '../InspectorFrame.tsx';
import { AddField } from './AddField.tsx';
import { Field } from './Field.tsx';
import { FormContext, type FormHandlers } from './form-context.ts';
import { useForm } from './use-form.ts';

/** Every field of an object as a control; each change is one step in the history. */
export function ObjectFields(props: { analysis: Analysis; objectKey: string; objectId: string }) {
  const { analysis, objectKey, objectId } = props;
  const form = useForm(objectKey);
  const handlers = useMemo(
    (): FormHandlers => ({
      objectKey,
      run,
      Field,
      problemsAt: (path) =>
        analysis.findings.filter(
          ({ field }) => field?.objectId === objectId && field.path.join('.') === path.join('.'),
        ),
    }),
    [analysis, objectKey, objectId],
  );
  if (form === null) return null;
  if (form === 'none')
    return <p className="hint">The schema of this kind is not known: change it in the YAML.</p>;
  return (
    <FormContext value={handlers}>
      <Section title="Fields">
        <SimulationNote says="The fields are those of your documents: a change goes there and ends the simulation." />
        <div className="fields">
          {form.fields.map((field) => (
            <Field key={field.path.join('.')} field={field} />
          ))}
          <AddField path={[]} choices={form.addable} label="Add field" />
        </div>
      </Section>
    </FormContext>
  );
}

async function run(action: EditAction): Promise<string | null> {
  try {
    const outcome = await applyEdit(action);
    return outcome.kind === 'refused' ? outcome.why : null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}
