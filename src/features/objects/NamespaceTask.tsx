import type { ObjectSummary } from '../../core/analysis/types.ts';
import { studio } from '../../state/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { wordsOfKey } from './object-words.ts';

/** Why a namespace keeps its name, and the way that there is: its objects move, one by one. */
export function NamespaceTask(props: { objectKey: string; objects: readonly ObjectSummary[] }) {
  const { name, title } = wordsOfKey(props.objectKey);
  const inside = props.objects.filter(({ namespace, shadowed }) => namespace === name && !shadowed);
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title={`Rename ${title}`}
      description="Kubernetes has no rename for a namespace, and names such as web.shop.svc hold it: certificates are issued for them. Move its objects to another namespace instead."
      width={520}
      footer={<Button onClick={studio.closeDialog}>Close</Button>}
    >
      {inside.length === 0 ? (
        <p className="hint">No object of the files is in it.</p>
      ) : (
        <ul className="moves" aria-label={`Objects in ${name}`}>
          {inside.map(({ key, kind, name: own }) => (
            <li key={key}>
              <span className="grow">{`${kind} ${own}`}</span>
              <Button
                size="sm"
                aria-label={`Move ${kind} ${own} to namespace`}
                onClick={() => {
                  studio.openTask({ do: 'move', objectKey: key });
                }}
              >
                Move…
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
