import './settings.css';
import { useState, type SyntheticEvent } from 'react';
import { DEFAULT_CRDS } from '../core/model/index.ts';
import { keeper, studio, useKeeper, useStudio } from '../state/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import { KeepKeys } from './KeepKeys.tsx';
import { namespaceProblem } from './namespace-problem.ts';
import { SettingsVersions, type InstalledVersions } from './SettingsVersions.tsx';

/** Name of the workspace, the namespace of objects that name none (as `kubectl -n`), and what the cluster runs. */
export function SettingsDialog() {
  const workspace = useStudio((state) => state.workspace);
  const [name, setName] = useState(workspace.name);
  const [namespace, setNamespace] = useState(workspace.options.defaultNamespace);
  const [installed, setInstalled] = useState<InstalledVersions>({
    crds: workspace.options.crds ?? DEFAULT_CRDS,
    versions: workspace.options.versions,
  });
  const keepingKeys = useKeeper((state) => state.keepKeys);
  const [keepKeys, setKeepKeys] = useState(keepingKeys);
  const problem = namespaceProblem(namespace);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    if (problem !== null || name.trim() === '') return;
    if (name.trim() !== workspace.name)
      studio.update({ type: 'rename', label: `Rename to ${name.trim()}`, name: name.trim() });
    studio.update({
      type: 'set-options',
      label: 'Change the workspace settings',
      options: { defaultNamespace: namespace, ...installed },
    });
    if (keepKeys !== keepingKeys) void keeper.setKeepKeys(keepKeys);
    studio.closeDialog();
  };
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="Workspace settings"
      width={460}
      footer={
        <>
          <Button variant="quiet" onClick={studio.closeDialog}>
            Cancel
          </Button>
          <Button
            variant="primary"
            type="submit"
            form="settings"
            inactive={problem !== null || name.trim() === ''}
          >
            Save settings
          </Button>
        </>
      }
    >
      <form id="settings" className="stack" onSubmit={save}>
        <TextField
          label="Name"
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <TextField
          label="Default namespace"
          mono
          value={namespace}
          problem={problem}
          hint="Objects without metadata.namespace belong to it, as with kubectl -n. The files do not change."
          onChange={(event) => {
            setNamespace(event.target.value);
          }}
        />
        <SettingsVersions value={installed} onChange={setInstalled} />
        <KeepKeys value={keepKeys} onChange={setKeepKeys} />
      </form>
    </Dialog>
  );
}
