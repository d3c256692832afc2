import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FormField } from '../../../core/edits/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { About } from './About.tsx';
import { AddTarget } from './AddTarget.tsx';
import { useFormHandlers } from './form-context.ts';
import { FieldFrame, GroupField } from './GroupField.tsx';

type List = Extract<FormField, { kind: 'list' }>;

/** The items of a list, each with its place, and what can be added. */
export function ListField({ field }: { field: List }) {
  const { objectKey, run, problemsAt } = useFormHandlers();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { path, name, required, items, targets, initial } = field;
  const why = refusal === null ? [] : [refusal];
  return (
    <FieldFrame
      label={name}
      about={<About field={field} />}
      problems={[...problemsAt(path).map(({ title }) => title), ...why]}
      tools={
        required ? null : (
          <IconButton
            icon={X}
            size="sm"
            label={`Remove ${name}`}
            onClick={() => {
              void run({ do: 'remove-field', key: objectKey, path }).then(setRefusal);
            }}
          />
        )
      }
    >
      {items.map((item, index) => (
        <Item
          key={item.path.join('.')}
          list={field}
          item={item}
          index={index}
          onDone={setRefusal}
        />
      ))}
      <AddTarget targets={targets} name={name} />
      <div>
        <Button
          size="sm"
          variant="quiet"
          icon={Plus}
          onClick={() => {
            void run({ do: 'add-item', key: objectKey, path, value: initial }).then(setRefusal);
          }}
        >
          {`Add to ${name}`}
        </Button>
      </div>
    </FieldFrame>
  );
}

interface ItemProps {
  list: List;
  item: FormField;
  index: number;
  /** Told why there was no change, or null. */
  onDone: (why: string | null) => void;
}

function Item(props: ItemProps) {
  const { list, item, index } = props;
  const { Field } = useFormHandlers();
  const label = `${list.name} ${String(index + 1)}`;
  const tools = <ItemTools {...props} label={label} />;
  if (item.kind === 'group') return <GroupField field={item} label={label} tools={tools} />;
  return (
    <div className="fld-row">
      <div className="grow">
        <Field field={{ ...item, name: label, required: true }} />
      </div>
      {tools}
    </div>
  );
}

function ItemTools(props: ItemProps & { label: string }) {
  const { list, item, index, label, onDone } = props;
  const { objectKey, run } = useFormHandlers();
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
          void run({ do: 'remove-field', key: objectKey, path }).then(onDone);
        }}
      />
    </>
  );
}
