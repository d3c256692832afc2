import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { keeper, studio, type KeptHeader } from '../../state/index.ts';
import { Button, IconButton, Tag, takeFocus } from '../../ui/index.ts';
import { count, formatDateTime } from '../../views/index.ts';
import { RenameForm } from './RenameForm.tsx';

type Doing = 'nothing' | 'renaming' | 'deleting';

/** One kept workspace with what can be done with it. */
export function KeptRow({ kept, current }: { kept: KeptHeader; current: boolean }) {
  const [doing, setDoing] = useState<Doing>('nothing');
  const [last, setLast] = useState<Doing>('nothing');
  const done = () => {
    setLast(doing);
    setDoing('nothing');
  };
  switch (doing) {
    case 'renaming':
      return (
        <li>
          <RenameForm id={kept.id} name={kept.name} onDone={done} />
        </li>
      );
    case 'deleting':
      return <DeleteRow kept={kept} current={current} onCancel={done} />;
    case 'nothing':
      return <Actions kept={kept} current={current} last={last} onDo={setDoing} />;
    default:
      return doing satisfies never;
  }
}

function Actions(props: {
  kept: KeptHeader;
  current: boolean;
  /** What was begun here and is over: its button has the focus again. */
  last: Doing;
  onDo: (doing: Doing) => void;
}) {
  const { kept, current, last, onDo } = props;
  const { id, name } = kept;
  return (
    <li aria-current={current ? 'true' : undefined}>
      <button
        type="button"
        className="kept-o"
        onClick={() => {
          studio.closeDialog();
          if (!current) void keeper.open(id);
        }}
      >
        <span className="strong trunc">{name}</span>
        <span className="mut">{factsOf(kept)}</span>
      </button>
      {current ? <Tag>On show</Tag> : null}
      <IconButton
        icon={Pencil}
        size="sm"
        label={`Rename ${name}`}
        ref={last === 'renaming' ? takeFocus : null}
        onClick={() => {
          onDo('renaming');
        }}
      />
      <IconButton
        icon={Copy}
        size="sm"
        label={`Duplicate ${name}`}
        onClick={() => {
          void keeper.duplicate(id);
        }}
      />
      <IconButton
        icon={Trash2}
        size="sm"
        label={`Delete ${name}`}
        ref={last === 'deleting' ? takeFocus : null}
        onClick={() => {
          onDo('deleting');
        }}
      />
    </li>
  );
}

function factsOf({ changedAt, removed, hasKeys }: KeptHeader): string {
  const keys = hasKeys ? 'with its keys, encrypted' : `without ${count(removed, 'private key')}`;
  const changed = `Changed ${formatDateTime(changedAt)}`;
  return removed === 0 && !hasKeys ? changed : `${changed}, ${keys}`;
}

function DeleteRow(props: { kept: KeptHeader; current: boolean; onCancel: () => void }) {
  const { kept, current, onCancel } = props;
  return (
    <li>
      <span className="grow">
        Delete <b>{kept.name}</b> from this device?
        {current ? ' It is on show and will be closed.' : ''}
      </span>
      <Button size="sm" variant="quiet" onClick={onCancel}>
        Keep it
      </Button>
      <Button
        size="sm"
        ref={takeFocus}
        data-escape
        onKeyDown={({ key }) => {
          if (key === 'Escape') onCancel();
        }}
        onClick={() => {
          void keeper.remove(kept.id);
        }}
      >
        Delete
      </Button>
    </li>
  );
}
