import { useId } from 'react';

/** Subject alternative names of all kinds, one a line. */
export function NamesField(props: {
  value: string;
  onChange: (part: { readonly names: string }) => void;
}) {
  const id = useId();
  return (
    <div>
      <label className="lbl" htmlFor={id}>
        Subject alternative names
      </label>
      <textarea
        id={id}
        className="input mono"
        rows={3}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={props.value}
        onChange={(event) => {
          props.onChange({ names: event.target.value });
        }}
      />
      <p id={`${id}-hint`} className="hint">
        DNS names, IP addresses and URIs such as spiffe://cluster.local/ns/shop/sa/web, one a line.
      </p>
    </div>
  );
}
