import { useState } from 'react';
import type { Analysis } from '../../../core/analysis/types.ts';
import type { Assignment } from '../../../core/model/index.ts';
import { studio } from '../../../state/index.ts';
import { Button, Select, type SelectOption } from '../../../ui/index.ts';
import { certificateOptions, choiceOf, keyOptions, NOTHING, parseRef } from './material-options.ts';

type Verify = NonNullable<Assignment['verifyClient']>;

const VERIFY: readonly SelectOption<Verify>[] = [
  { value: 'off', label: 'Not asked for' },
  { value: 'on', label: 'Required' },
  { value: 'optional', label: 'Optional' },
  { value: 'optional_no_ca', label: 'Optional, any CA' },
];

type Software = NonNullable<Assignment['software']> | typeof NOTHING;

const SOFTWARE: readonly SelectOption<Software>[] = [
  { value: NOTHING, label: 'As read, or not known' },
  { value: 'nginx', label: 'nginx: answers 400 to a refused client' },
  { value: 'go', label: 'Go: alert bad_certificate' },
  { value: 'openssl', label: 'OpenSSL, strict: alert with the cause' },
  { value: 'node', label: 'Node.js: drops the connection' },
];

interface Draft {
  readonly chain: string;
  readonly key: string;
  readonly clientCa: string;
  readonly verifyClient: Verify;
  readonly software: Software;
}

/** Says what a workload or host presents and demands, from material that is in the workspace. */
export function AssignmentForm(props: {
  analysis: Analysis;
  target: string;
  assigned: Assignment | undefined;
}) {
  const { analysis, target, assigned } = props;
  const [draft, setDraft] = useState<Draft>(() => draftOf(assigned));
  const none = { value: NOTHING, label: 'Not known' };
  const certificates = [none, ...certificateOptions(analysis)];
  const keys = [none, ...keyOptions(analysis)];
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
  };
  return (
    <form
      className="assign"
      aria-label="Assign what the backend uses"
      onSubmit={(event) => {
        event.preventDefault();
        studio.update({
          type: 'assign',
          label: 'Assign what the backend presents',
          assignment: assignmentOf(target, draft),
        });
      }}
    >
      <Field
        label="Presented chain"
        value={draft.chain}
        options={certificates}
        onChange={(chain) => {
          change({ chain });
        }}
      />
      <Field
        label="Private key"
        value={draft.key}
        options={keys}
        onChange={(key) => {
          change({ key });
        }}
      />
      <Field
        label="Client certificate"
        value={draft.verifyClient}
        options={VERIFY}
        onChange={(verifyClient) => {
          change({ verifyClient });
        }}
      />
      {draft.verifyClient === 'off' ? null : (
        <Field
          label="Client CA"
          value={draft.clientCa}
          options={certificates}
          onChange={(clientCa) => {
            change({ clientCa });
          }}
        />
      )}
      <Field
        label="Server software"
        value={draft.software}
        options={SOFTWARE}
        onChange={(software) => {
          change({ software });
        }}
      />
      <FormButtons target={target} isAssigned={assigned !== undefined} />
    </form>
  );
}

function FormButtons({ target, isAssigned }: { target: string; isAssigned: boolean }) {
  return (
    <div className="row">
      <Button type="submit" variant="primary" size="sm">
        Assign
      </Button>
      {isAssigned ? (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            studio.update({ type: 'unassign', label: 'Forget the assignment', target });
          }}
        >
          Forget the assignment
        </Button>
      ) : null}
    </div>
  );
}

function Field<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <div className="assign-row">
      <span aria-hidden="true">{label}</span>
      <Select label={label} value={value} options={options} onChange={onChange} size="sm" />
    </div>
  );
}

function draftOf(assigned: Assignment | undefined): Draft {
  return {
    chain: choiceOf(assigned?.chain),
    key: choiceOf(assigned?.key),
    clientCa: choiceOf(assigned?.clientCa),
    verifyClient: assigned?.verifyClient ?? 'off',
    software: assigned?.software ?? NOTHING,
  };
}

function assignmentOf(target: string, draft: Draft): Assignment {
  const chain = parseRef(draft.chain);
  const key = parseRef(draft.key);
  const clientCa = draft.verifyClient === 'off' ? undefined : parseRef(draft.clientCa);
  return {
    target,
    verifyClient: draft.verifyClient,
    ...(chain === undefined ? {} : { chain }),
    ...(key === undefined ? {} : { key }),
    ...(clientCa === undefined ? {} : { clientCa }),
    ...(draft.software === NOTHING ? {} : { software: draft.software }),
  };
}
