import type { ExportChoice } from '../../core/export/index.ts';

const CHOICES: readonly {
  readonly value: ExportChoice['keys'];
  readonly title: string;
  readonly consequence: string;
}[] = [
  {
    value: 'leave-out',
    title: 'Leave out',
    consequence:
      'An object that holds a key becomes a comment with the kubectl command that creates it.',
  },
  {
    value: 'include',
    title: 'Include in the files',
    consequence: 'Private keys stand in the files in plain base64. Keep the files out of Git.',
  },
];

/** Whether private keys go along, chosen by what follows from it. */
export function KeyChoice(props: {
  value: ExportChoice['keys'];
  onChange: (value: ExportChoice['keys']) => void;
}) {
  const { value, onChange } = props;
  return (
    <fieldset className="ex-keys">
      <legend>Private keys</legend>
      {CHOICES.map((choice) => (
        <label key={choice.value} htmlFor={`export-keys-${choice.value}`}>
          <input
            id={`export-keys-${choice.value}`}
            type="radio"
            name="export-keys"
            value={choice.value}
            checked={choice.value === value}
            onChange={() => {
              onChange(choice.value);
            }}
          />
          <b>{choice.title}</b>
          <span className="d">{choice.consequence}</span>
        </label>
      ))}
    </fieldset>
  );
}
