import type { KeyAlgorithm } from '../../core/pki/index.ts';
import { keyRefusals } from '../../core/authoring/index.ts';
import { VerdictShape } from '../../ui/index.ts';
import { Choice } from './Choice.tsx';
import { keyAlgorithms, keyTitle } from '../../core/certificates/index.ts';

/** The kind of key, and which gateway does not take it. */
export function KeyField(props: { value: KeyAlgorithm; onChange: (value: KeyAlgorithm) => void }) {
  const { value, onChange } = props;
  const refusals = [...new Set(keyRefusals(value).map(({ fact }) => fact))];
  return (
    <div>
      <Choice
        label="Key"
        value={value}
        options={keyAlgorithms.map((one) => ({ value: one, label: keyTitle(one) }))}
        onChange={onChange}
      />
      {refusals.map((fact) => (
        <p key={fact} className="ct-note">
          <VerdictShape shape="warning" />
          {fact}
        </p>
      ))}
    </div>
  );
}
