import type { EnvoyClientCertificate, SetupChoices } from '../../../core/authoring/index.ts';
import { MiniHop } from '../../../views/index.ts';
import type { Setup } from '../model/use-setup.ts';
import { OptionCards } from '../parts/OptionCards.tsx';
import { Question } from '../parts/Question.tsx';
import { refusalOf } from '../parts/refusal-of.ts';

/** One-way or mutual TLS, and where Envoy Gateway takes the client certificate from. */
export function IdentityQuestion({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  const other = (mode: SetupChoices['mode']): SetupChoices => ({ ...choices, mode });
  const backend = choices.backend.kind === 'external' ? 'Backend' : 'Deployment';
  return (
    <Question
      n={3}
      title="Who proves identity"
      setup={setup}
      fields={['mode', 'client-certificate']}
    >
      <OptionCards
        label="Who proves identity"
        value={choices.mode}
        options={[
          {
            value: 'one-way',
            title: 'One-way TLS',
            note: 'The gateway verifies the backend',
            picture: <MiniHop mutual={false} backend={backend} />,
          },
          {
            value: 'mutual',
            title: 'Mutual TLS',
            note: 'Both sides verify each other',
            picture: <MiniHop mutual backend={backend} />,
            refusal: refusalOf(setup, other('mutual'), ['mode', 'client-certificate']),
          },
        ]}
        onChange={(mode, title) => {
          answer(title, other(mode));
        }}
      />
      <SeatChoice setup={setup} />
    </Question>
  );
}

const seats: readonly { value: EnvoyClientCertificate; title: string; note: string }[] = [
  { value: 'gateway', title: 'Gateway', note: 'spec.tls.backend, for all its backends' },
  {
    value: 'envoy-proxy-of-class',
    title: 'EnvoyProxy of the GatewayClass',
    note: 'spec.backendTLS, for all Gateways of the class',
  },
  {
    value: 'envoy-proxy-of-gateway',
    title: 'EnvoyProxy of the Gateway',
    note: 'spec.backendTLS, for this Gateway',
  },
  { value: 'backend', title: 'Backend', note: 'spec.tls, one a backend; needs enableBackend' },
];

function SeatChoice({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  const { gateway, mode } = choices;
  if (gateway.implementation !== 'envoy-gateway' || mode === 'one-way') return null;
  const other = (clientCertificate: EnvoyClientCertificate): SetupChoices => ({
    ...choices,
    gateway: { ...gateway, clientCertificate },
  });
  return (
    <div className="q-sub">
      <h3>Which object names the client certificate</h3>
      <OptionCards
        label="Which object names the client certificate"
        value={gateway.clientCertificate}
        options={seats.map((option) => ({
          ...option,
          refusal: refusalOf(setup, other(option.value), ['client-certificate']),
        }))}
        onChange={(seat, title) => {
          answer(title, other(seat));
        }}
      />
    </div>
  );
}
