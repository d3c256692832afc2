import { Select, type SelectOption } from '../../ui/index.ts';

/** A choice under its visible label. */
export function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
}) {
  return (
    <div>
      <span className="lbl" aria-hidden="true">
        {props.label}
      </span>
      <Select className="ct-pick" {...props} />
    </div>
  );
}
