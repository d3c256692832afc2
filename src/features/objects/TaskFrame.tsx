import { useState, type ReactNode } from 'react';
import type { EditAction, EditOutcome } from '../../core/edits/index.ts';
import { applyEdit, studio } from '../../state/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { SimulationNote } from '../../views/index.ts';
import { Effects } from './Effects.tsx';

/** The dialog of one task: what it asks for, what would happen, and the button that does it. */
export function TaskFrame(props: {
  title: string;
  description: string;
  /** Imperative: what the button does. */
  verb: string;
  action: EditAction | null;
  outcome: EditOutcome | null;
  /** Said when nothing else happens. */
  none: string;
  /** True when a control shows why the edit is refused. */
  tellsWhy?: boolean;
  children?: ReactNode;
}) {
  const { title, description, verb, action, outcome, none, tellsWhy = false, children } = props;
  const [fault, setFault] = useState<string | null>(null);
  const ready = action !== null && outcome?.kind === 'edit';
  const submit = () => {
    if (action === null || !ready) return;
    applyEdit(action).then(
      (made) => {
        if (made.kind === 'edit') studio.closeDialog();
        else setFault(made.why);
      },
      (reason: unknown) => {
        setFault(reason instanceof Error ? reason.message : String(reason));
      },
    );
  };
  const why = outcome?.kind === 'refused' && !tellsWhy ? outcome.why : fault;
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title={title}
      description={description}
      width={520}
      footer={
        <>
          <Button onClick={studio.closeDialog}>Cancel</Button>
          <Button variant="primary" inactive={!ready} onClick={submit}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        className="task"
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SimulationNote says="This changes your documents and ends the simulation." />
        {children}
        <div role="status">
          {why === null ? null : <p className="hint bad">{why}</p>}
          {outcome?.kind === 'edit' ? <Effects effects={outcome.edit.effects} none={none} /> : null}
        </div>
      </form>
    </Dialog>
  );
}
