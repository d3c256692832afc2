import './fields.css';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Analysis } from '../../../core/analysis/types.ts';
import type { EditAction, FormField, ObjectForm } from '../../../core/edits/index.ts';
import { applyEdit } from '../../../state/index.ts';
import { SimulationNote } from '../../../views/index.ts';
import { Section } from '../InspectorFrame.tsx';
import { AddButton } from './AddButton.tsx';
import { Field } from './Field.tsx';
import { FormContext, type FormHandlers } from './form-context.ts';
import { useAddEntries } from './use-add-entries.ts';
import { useForm } from './use-form.ts';

/** Every field of an object as a control; each change is one step in the history. */
export function ObjectFields(props: { analysis: Analysis; objectKey: string; objectId: string }) {
  const { analysis, objectKey, objectId } = props;
  const form = useForm(objectKey);
  const root = useRef<HTMLDivElement>(null);
  const want = useWanted(root, form);
  const handlers = useMemo((): FormHandlers => {
    const own = analysis.findings.flatMap((finding) =>
      finding.field?.objectId === objectId ? [{ finding, at: finding.field.path.join('.') }] : [],
    );
    return {
      objectKey,
      run,
      Field,
      want,
      problemsAt: (path) =>
        own.filter(({ at }) => at === path.join('.')).map(({ finding }) => finding),
      hasProblems: (path) => own.some(({ at }) => `${at}.`.startsWith(`${path.join('.')}.`)),
    };
  }, [analysis, objectKey, objectId, want]);
  if (form === null) return null;
  if (form === 'none')
    return <p className="hint">The schema of this kind is not known: change it in the YAML.</p>;
  return (
    <FormContext value={handlers}>
      <Section title="Fields">
        <SimulationNote says="The fields are those of your documents: a change goes there and ends the simulation." />
        <div className="fields" ref={root}>
          {form.fields.map((field) =>
            isSpec(field) ? (
              <Spec key="spec" field={field} />
            ) : (
              <Field key={field.path.join('.')} field={field} />
            ),
          )}
          <AddFields path={[]} choices={form.addable} label="Add field" />
        </div>
      </Section>
    </FormContext>
  );
}

type Group = Extract<FormField, { kind: 'group' }>;

function isSpec(field: FormField): field is Group {
  return field.kind === 'group' && field.path.join('.') === 'spec';
}

/** The fields of `spec` are those of the object: they need no frame. */
function Spec({ field }: { field: Group }) {
  return (
    <div className="fields" data-field="spec">
      {field.fields.map((one) => (
        <Field key={one.path.join('.')} field={one} />
      ))}
      <AddFields path={['spec']} choices={field.addable} label="Add field to spec" />
    </div>
  );
}

function AddFields(props: Pick<Group, 'path'> & { choices: Group['addable']; label: string }) {
  const { path, choices, label } = props;
  const [refusal, setRefusal] = useState<string | null>(null);
  const entries = useAddEntries({ path, choices, targets: [] }, setRefusal);
  return (
    <>
      {entries.length === 0 ? null : (
        <div>
          <AddButton label={label} entries={entries} wide />
        </div>
      )}
      {refusal === null ? null : <p className="hint bad">{refusal}</p>}
    </>
  );
}

/** The focus goes to a wanted field as soon as a form that has it is drawn. */
function useWanted(root: RefObject<HTMLDivElement | null>, form: ObjectForm | 'none' | null) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null || wanted.current === '') return;
    const place = root.current?.querySelector(`[data-field="${CSS.escape(wanted.current)}"]`);
    const control =
      place?.querySelector<HTMLElement>('input, textarea, [role="combobox"]') ??
      place?.querySelector<HTMLElement>('button');
    if (control === undefined || control === null) return;
    wanted.current = null;
    control.focus();
  }, [root, form]);
  return useMemo<FormHandlers['want']>(
    () => (path) => {
      wanted.current = path.join('.');
    },
    [],
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
