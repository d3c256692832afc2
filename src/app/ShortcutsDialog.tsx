import { studio, useStudio } from '../state/index.ts';
import { Dialog, Kbd } from '../ui/index.ts';
import { regionKeys } from './actions/region-keys.ts';
import { actions } from './actions/registry.ts';
import { formatShortcut } from './actions/shortcut.ts';
import './shortcuts.css';
import { isApple } from './platform.ts';

/** Every key the app listens to: the registry's, then those of single regions. */
export function ShortcutsDialog() {
  const letterKeys = useStudio((state) => state.view.letterKeys);
  return (
    <Dialog open onClose={studio.closeDialog} title="Keyboard shortcuts" width={720}>
      <label className="keys-switch">
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={(event) => {
            studio.setLetterKeys(event.target.checked);
          }}
        />
        Single letters and digits work as shortcuts in the region that has the focus
      </label>
      <div className="keys-grid">
        <KeyTable
          title="Everywhere"
          rows={actions
            .filter((action) => action.shortcuts.length > 0)
            .map((action) => [action.shortcuts, action.title])}
        />
        <div>
          {regionKeys.map(({ region, keys }) => (
            <KeyTable
              key={region}
              title={region}
              rows={keys.map(({ shortcuts, does }) => [shortcuts, does])}
            />
          ))}
        </div>
      </div>
    </Dialog>
  );
}

function KeyTable(props: {
  title: string;
  rows: readonly (readonly [readonly string[], string])[];
}) {
  return (
    <table className="keys">
      <caption>{props.title}</caption>
      <tbody>
        {props.rows.map(([shortcuts, does]) => (
          <tr key={does}>
            <th scope="row">{does}</th>
            <td>
              {shortcuts.map((shortcut) => (
                <Kbd key={shortcut}>{keyName(formatShortcut(shortcut, isApple))}</Kbd>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function keyName(text: string): string {
  return text
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓')
    .replace('Escape', 'Esc');
}
