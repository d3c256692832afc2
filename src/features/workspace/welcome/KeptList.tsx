import { Layers } from 'lucide-react';
import { keeper, studio, useKeeper } from '../../../state/index.ts';
import { Button } from '../../../ui/index.ts';
import { formatDateTime } from '../../../views/index.ts';

const shown = 4;

/** What was worked on before, on the screen where a page without a workspace begins. */
export function KeptList() {
  const list = useKeeper((state) => state.list);
  if (list.length === 0) return null;
  return (
    <section aria-label="Workspaces on this device">
      <h2 className="gh">
        Go on with a workspace <span>Kept in this browser</span>
      </h2>
      <ul className="twins">
        {list.slice(0, shown).map(({ id, name, changedAt }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                void keeper.open(id);
              }}
            >
              <b>{name}</b>
              <span>Changed {formatDateTime(changedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        variant="quiet"
        icon={Layers}
        onClick={() => {
          studio.openDialog('workspaces');
        }}
      >
        All workspaces on this device
      </Button>
    </section>
  );
}
