import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { FormField } from '../../../core/edits/index.ts';
import { IconButton } from '../../../ui/index.ts';
import { useFormHandlers } from './form-context.ts';
import { GroupField } from './GroupField.tsx';
import { isFlat } from './summary-of.ts';
import { ValueField } from './ValueField.tsx';

interface ItemProps {
  list: Extract<FormField, { kind: 'list' }>;
  item: FormField;
  index: number;
  /** Told why there was no change, or null. */
  onDone: (why: string | null) => void;
}

/** One item of a list, called by its number. What is said about the list is not said again. */
export function ListItem(props: ItemProps) {
  const { list, item, index } = props;
  const { Field } = useFormHandlers();
  const label = `${list.name} ${String(index + 1)}`;
  const tools = <ItemTools {...props} label={label} />;
  const id = item.path.join('.');
  if (item.kind === 'group')
    return (
      <div data-field={id}>
        <GroupField
          field={item}
          label={label}
          number={index + 1}
          folds={list.items.length > 1 || isFlat(item)}
          tools={tools}
        />
      </div>
    );
  if (item.kind === 'value')
    return (
      <div data-field={id}>
        <ValueField field={{ ...item, name: label, help: '', readBy: [] }} tools={tools} />
      </div>
    );
  return (
    <div className="fld-new">
      <div className="grow">
        <Field field={{ ...item, name: label, required: true }} />
      </div>
      {tools}
    </div>
  );
}

function ItemTools(props: ItemProps & { label: string }) {
  const { list, item, index, label, onDone } = props;
  const { objectKey, run, want } = useFormHandlers();
  const { path } = item;
  const move = (by: -1 | 1) => () => {
    void run({ do: 'move-item', key: objectKey, path, by }).then(onDone);
  };
  return (
    <>
      {index === 0 ? null : (
        <IconButton icon={ArrowUp} size="sm" label={`Move ${label} up`} onClick={move(-1)} />
      )}
      {index === list.items.length - 1 ? null : (
        <IconButton icon={ArrowDown} size="sm" label={`Move ${label} down`} onClick={move(1)} />
      )}
      <IconButton
        icon={X}
        size="sm"
        label={`Remove ${label}`}
        onClick={() => {
          void run({ do: 'remove-field', key: objectKey, path }).then((why) => {
            onDone(why);
            if (why === null) want(list.path);
          });
        }}
      />
    </>
  );
}
