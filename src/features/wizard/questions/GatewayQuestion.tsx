import { defaultGateway } from '../../../core/authoring/default-choices.ts';
import type { KgatewayPolicy } from '../../../core/authoring/index.ts';
import { implementationInfo } from '../../../core/implementations/implementation-info.ts';
import { IMPLEMENTATION_IDS, type ImplementationId } from '../../../core/model/index.ts';
import { Select } from '../../../ui/index.ts';
import type { Setup } from '../model/use-setup.ts';
import { OptionCards } from '../parts/OptionCards.tsx';
import { Question } from '../parts/Question.tsx';
import { refusalOf } from '../parts/refusal-of.ts';

const gateways = IMPLEMENTATION_IDS.map((value) => {
  const { name, dataPlane, library } = implementationInfo[value];
  const runs = value === 'agentgateway' ? library : `${dataPlane} and ${library}`;
  return { value, title: name, note: runs };
});

/** Which implementation, which release, and which of its ways. */
export function GatewayQuestion({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  const { gateway } = choices;
  const { versions } = implementationInfo[gateway.implementation];
  const change = (value: ImplementationId, title: string) => {
    answer(title, { ...choices, gateway: defaultGateway(value) });
  };
  return (
    <Question
      n={1}
      title="Which gateway runs it"
      setup={setup}
      fields={['gateway', 'version', 'policy']}
    >
      <OptionCards
        label="Gateway implementation"
        value={gateway.implementation}
        options={gateways}
        onChange={change}
      />
      <div className="q-line">
        <span id="release-label">Release</span>
        <Select
          label="Release"
          value={gateway.version}
          options={versions.map((version) => ({ value: version, label: version }))}
          onChange={(version) => {
            answer(`Release ${version}`, { ...choices, gateway: { ...gateway, version } });
          }}
        />
      </div>
      <PolicyChoice setup={setup} />
    </Question>
  );
}

const policies: readonly { value: KgatewayPolicy; title: string; note: string }[] = [
  {
    value: 'backend-tls-policy',
    title: 'BackendTLSPolicy',
    note: 'Of the Gateway API, read by all four gateways',
  },
  {
    value: 'backend-config-policy',
    title: 'BackendConfigPolicy',
    note: "kgateway's own, CA and client certificate in one Secret",
  },
];

/** kgateway has two kinds of policy for this. */
function PolicyChoice({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  const { gateway } = choices;
  if (gateway.implementation !== 'kgateway') return null;
  const other = (policy: KgatewayPolicy) => ({ ...choices, gateway: { ...gateway, policy } });
  return (
    <div className="q-sub">
      <OptionCards
        label="Policy"
        value={gateway.policy}
        options={policies.map((option) => ({
          ...option,
          refusal: refusalOf(setup, other(option.value), ['policy']),
        }))}
        onChange={(policy, title) => {
          answer(title, other(policy));
        }}
      />
    </div>
  );
}
