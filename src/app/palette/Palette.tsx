import './palette.css';
import { Command } from 'cmdk';
import { Dialog as Primitive } from 'radix-ui';
import { analysisStore, studio } from '../../state/index.ts';
import { Icon, Kbd, useLayerFocus } from '../../ui/index.ts';
import { ObjectGlyph } from '../../views/index.ts';
import { actionTitle, isAvailable, type ActionGroup } from '../actions/Action.ts';
import { actionContext, actions } from '../actions/registry.ts';
import { formatShortcut } from '../actions/shortcut.ts';
import { isApple } from '../platform.ts';
import { matchWords } from './match-words.ts';

const groups: readonly ActionGroup[] = ['File', 'Edit', 'Go', 'View'];

/** Entries are found by what they are called; their values are ids. */
const byWords = (_id: string, search: string, names: readonly string[] = []) =>
  matchWords(search, names);

/** Runs after the palette has closed and given the focus back. */
function close(then: () => void): void {
  studio.closeDialog();
  requestAnimationFrame(then);
}

/** Search over every command, object and connection. */
export function Palette() {
  const focus = useLayerFocus();
  return (
    <Primitive.Root
      open
      onOpenChange={(open) => {
        if (!open) studio.closeDialog();
      }}
    >
      <Primitive.Portal>
        <Primitive.Overlay className="scrim" />
        <Primitive.Content className="dlg palette" aria-describedby={undefined} {...focus}>
          <Primitive.Title className="vh">Search and commands</Primitive.Title>
          <Command label="Search and commands" loop filter={byWords}>
            <Command.Input placeholder="Search or run a command" />
            <Command.List label="Results">
              <Command.Empty>Nothing has this in its name.</Command.Empty>
              {groups.map((group) => (
                <ActionsOf key={group} group={group} />
              ))}
              {studio.store.getState().view.screen === 'workspace' ? (
                <>
                  <Objects />
                  <Connections />
                </>
              ) : null}
            </Command.List>
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function ActionsOf({ group }: { group: ActionGroup }) {
  const context = actionContext();
  const own = actions.filter(
    (action) => action.group === group && action.id !== 'palette' && isAvailable(action, context),
  );
  return (
    <Command.Group heading={group}>
      {own.map((action) => {
        const [shortcut] = action.shortcuts;
        return (
          <Command.Item
            key={action.id}
            value={action.id}
            keywords={[actionTitle(action, context), ...(action.keywords ?? [])]}
            onSelect={() => {
              close(() => {
                action.run(actionContext());
              });
            }}
          >
            {action.icon === undefined ? <span className="i-s" /> : <Icon of={action.icon} />}
            <span className="grow">{actionTitle(action, context)}</span>
            {shortcut === undefined ? null : <Kbd>{formatShortcut(shortcut, isApple)}</Kbd>}
          </Command.Item>
        );
      })}
    </Command.Group>
  );
}

function Objects() {
  const objects = analysisStore.getState().analysis?.objects.filter((one) => !one.shadowed) ?? [];
  if (objects.length === 0) return null;
  return (
    <Command.Group heading="Objects">
      {objects.map((object) => (
        <Command.Item
          key={object.id}
          value={`object ${object.key}`}
          keywords={[object.kind, object.name, object.namespace]}
          onSelect={() => {
            close(() => {
              studio.select({ kind: 'object', objectKey: object.key });
            });
          }}
        >
          <ObjectGlyph
            kind={object.kind}
            holdsCertificates={object.certificateIds.length > 0}
            className="i-s"
          />
          <span className="grow trunc">{object.name}</span>
          <span className="mut">{object.kind}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Connections() {
  const connections = analysisStore.getState().analysis?.connections ?? [];
  if (connections.length < 2) return null;
  return (
    <Command.Group heading="Connections">
      {connections.map(({ connection, label }) => (
        <Command.Item
          key={connection.id}
          value={`connection ${connection.id}`}
          keywords={[label]}
          onSelect={() => {
            close(() => {
              studio.showConnection(connection.id);
              studio.setDockTab('handshake');
            });
          }}
        >
          <span className="grow trunc">{label}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
