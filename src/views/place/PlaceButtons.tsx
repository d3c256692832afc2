import './place.css';
import { ChevronDown } from 'lucide-react';
import type { Placement } from '../../core/analysis/index.ts';
import { placeFile, useNotPlaced } from '../../state/index.ts';
import { Button, IconButton, Menu, type MenuEntry } from '../../ui/index.ts';
import { SimulationNote } from '../SimulationNote.tsx';
import { placeDetail, placeTitle } from './place-words.ts';

/** The best place of a file as a button and all others in a menu: the twin of dragging it onto a node. */
export function PlaceButtons(props: {
  blobId: string;
  path: string;
  places: readonly Placement[];
}) {
  const { blobId, path, places } = props;
  const refused = useNotPlaced(blobId);
  const [best, ...others] = places;
  if (best === undefined) return null;
  const put = (place: Placement) => {
    void placeFile(blobId, place);
  };
  const entries: readonly MenuEntry[] = others.map((place) => ({
    kind: 'item',
    id: place.id,
    label: `${placeTitle(place)}, ${place.as}`,
    onSelect: () => {
      put(place);
    },
  }));
  return (
    <div className="places">
      <div className="places-b">
        <Button
          size="sm"
          title={placeDetail(best)}
          onClick={() => {
            put(best);
          }}
        >
          {placeTitle(best)}
        </Button>
        {others.length === 0 ? null : (
          <Menu entries={entries} align="end">
            <IconButton icon={ChevronDown} size="sm" label={`Other places for ${path}`} />
          </Menu>
        )}
      </div>
      <SimulationNote says="A place is one of your documents: putting it there ends the simulation." />
      <p className="hint" role={refused ? 'status' : undefined}>
        {refused
          ? 'Not placed: the manifests changed meanwhile, or the field cannot be written.'
          : placeDetail(best)}
      </p>
    </div>
  );
}
