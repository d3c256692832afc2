import type { BackendChoice } from '../../../core/authoring/index.ts';
import { withHost } from '../model/backend-of-kind.ts';
import { parseLabels, printLabels } from '../model/labels.ts';
import { parsePort } from '../model/parse-port.ts';
import type { Setup } from '../model/use-setup.ts';
import { NameField } from '../parts/NameField.tsx';
import { ParsedField } from '../parts/ParsedField.tsx';

const portWords = 'A port is a number from 1 to 65535.';

/** Name and port of the backend, and what its kind asks for beside them. */
export function BackendFields({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  const { backend } = choices;
  const change = (what: string, next: BackendChoice) => {
    answer(what, { ...choices, backend: next });
  };
  return (
    <div className="f2">
      <NameField
        setup={setup}
        label={backend.kind === 'external' ? 'Name of the Backend' : 'Name of the Service'}
        field="backend"
        value={backend.name}
        onChange={(name) => {
          change('Backend name', { ...backend, name });
        }}
      />
      <ParsedField
        label="Port"
        value={backend.port}
        print={String}
        parse={parsePort}
        expects={portWords}
        onChange={(port) => {
          change('Port', { ...backend, port });
        }}
      />
      {backend.kind === 'workload' ? <WorkloadFields backend={backend} onChange={change} /> : null}
      {backend.kind === 'external' ? <ExternalFields setup={setup} backend={backend} /> : null}
    </div>
  );
}

function WorkloadFields(props: {
  backend: Extract<BackendChoice, { kind: 'workload' }>;
  onChange: (what: string, next: BackendChoice) => void;
}) {
  const { backend, onChange } = props;
  return (
    <>
      <ParsedField
        label="Labels of the Pods"
        value={backend.labels}
        print={printLabels}
        parse={parseLabels}
        expects="Labels are written as app=payments, tier=web."
        onChange={(labels) => {
          onChange('Labels', { ...backend, labels });
        }}
      />
      <ParsedField
        label="Port of the Pods"
        value={backend.targetPort}
        print={String}
        parse={parsePort}
        expects={portWords}
        onChange={(targetPort) => {
          onChange('Port of the Pods', { ...backend, targetPort });
        }}
      />
    </>
  );
}

function ExternalFields(props: {
  setup: Setup;
  backend: Extract<BackendChoice, { kind: 'external' }>;
}) {
  const { setup, backend } = props;
  const { choices, answer } = setup;
  return (
    <>
      <NameField
        setup={setup}
        label="Host"
        field="hosts"
        value={backend.host}
        onChange={(host) => {
          answer('Host', withHost(choices, host));
        }}
      />
      {choices.gateway.implementation === 'nginx-gateway-fabric' ? (
        <NameField
          setup={setup}
          label="Name server that nginx asks"
          field="backend"
          value={backend.dnsResolver}
          onChange={(dnsResolver) => {
            answer('Name server', { ...choices, backend: { ...backend, dnsResolver } });
          }}
        />
      ) : null}
    </>
  );
}
