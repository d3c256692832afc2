import './tabs.css';
import { Tabs as Primitive } from 'radix-ui';
import { useState, type ReactNode } from 'react';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly content: ReactNode;
  /** Stays alive, hidden, once it has been shown (an editor, a scroll position). */
  readonly keep?: boolean;
}

/** A tab strip with its panels; only the chosen one and those to keep are rendered. `end` stands at the right of the strip. */
export function Tabs<Value extends string>(props: {
  label: string;
  value: Value;
  tabs: readonly Tab<Value>[];
  /** Also called when the chosen tab is clicked again. */
  onChange: (value: Value) => void;
  end?: ReactNode;
  className?: string;
}) {
  const { label, value, tabs, onChange, end, className } = props;
  const [visited, setVisited] = useState<ReadonlySet<Value>>(new Set([value]));
  if (!visited.has(value)) setVisited(new Set([...visited, value]));
  const change = (next: string) => {
    const tab = tabs.find((one) => one.value === next);
    if (tab !== undefined) onChange(tab.value);
  };
  return (
    <Primitive.Root className={className} value={value} onValueChange={change}>
      <div className="tabs">
        <Primitive.List className="tl" aria-label={label}>
          {tabs.map((tab) => (
            <Primitive.Trigger
              key={tab.value}
              className="tab"
              value={tab.value}
              onClick={() => {
                onChange(tab.value);
              }}
            >
              {tab.label}
            </Primitive.Trigger>
          ))}
        </Primitive.List>
        {end === undefined ? null : <div className="end">{end}</div>}
      </div>
      {tabs.map((tab) => (
        <Primitive.Content
          key={tab.value}
          className="tab-body"
          value={tab.value}
          hidden={tab.value !== value}
          {...(tab.keep === true && visited.has(tab.value) ? { forceMount: true as const } : {})}
        >
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
