import type { CertificateChoice, MaterialRow } from '../../../core/authoring/index.ts';
import type { Setup } from '../model/use-setup.ts';
import { OptionCards } from '../parts/OptionCards.tsx';
import { Question } from '../parts/Question.tsx';
import { refusalOf } from '../parts/refusal-of.ts';
import { IssuedRows } from './IssuedRows.tsx';
import { MaterialRows } from './MaterialRows.tsx';

const kinds: readonly { value: CertificateChoice['kind']; title: string; note: string }[] = [
  { value: 'issued', title: 'Issue them', note: 'New CAs and certificates with keys of their own' },
  { value: 'dropped', title: 'Use my files', note: 'PEM, DER or PKCS #12, dropped anywhere' },
];

/** Certificates that are made here, or files with the roles that they get. */
export function CertificatesQuestion(props: {
  setup: Setup;
  /** Roles of dropped files; empty while certificates are issued. */
  rows: readonly MaterialRow[];
  onOpenFiles: () => void;
}) {
  const { setup, rows, onOpenFiles } = props;
  const { choices, answer } = setup;
  const other = (kind: CertificateChoice['kind']) => ({
    ...choices,
    certificates: kind === 'dropped' ? { kind } : { kind, keyAlgorithm: 'EC P-256' as const },
  });
  return (
    <Question n={6} title="Certificates" setup={setup} fields={['certificates']}>
      <OptionCards
        label="Certificates"
        value={choices.certificates.kind}
        options={kinds.map((option) => ({
          ...option,
          refusal: refusalOf(setup, other(option.value), ['certificates']),
        }))}
        onChange={(kind, title) => {
          answer(title, other(kind));
        }}
      />
      {choices.certificates.kind === 'issued' ? (
        <IssuedRows setup={setup} />
      ) : (
        <MaterialRows setup={setup} rows={rows} onOpenFiles={onOpenFiles} />
      )}
    </Question>
  );
}
