import type { SetupChoices } from '../../../core/authoring/index.ts';
import type { Setup } from '../model/use-setup.ts';
import { NameField } from '../parts/NameField.tsx';
import { Question } from '../parts/Question.tsx';
import { NamespaceFields } from './NamespaceFields.tsx';

/** Host names, the Gateway's name and the namespaces. */
export function NamesQuestion({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  const { hosts } = choices;
  const change = (what: string, changes: Partial<SetupChoices['hosts']>, own?: 'verified') => {
    answer(what, { ...choices, hosts: { ...hosts, ...changes } }, own);
  };
  return (
    <Question n={4} title="Names" setup={setup} fields={['hosts', 'gateway-name', 'namespaces']}>
      <div className="f2">
        <NameField
          wide
          setup={setup}
          label="Host name of the backend, sent as SNI"
          field="hosts"
          value={hosts.sni}
          onChange={(sni) => {
            change('SNI', { sni });
          }}
        />
        <NameField
          wide
          setup={setup}
          label="Names that the gateway verifies"
          hint="One of them has to be in the certificate. Several are separated by commas."
          field="hosts"
          value={hosts.verified.join(', ')}
          onChange={(text) => {
            change('Verified names', { verified: namesOf(text) }, 'verified');
          }}
        />
        <NameField
          setup={setup}
          label="Host name of the route"
          field="hosts"
          value={hosts.route}
          onChange={(route) => {
            change('Route host', { route });
          }}
        />
        <NameField
          setup={setup}
          label="Name of the Gateway"
          field="gateway-name"
          value={choices.gatewayName}
          onChange={(gatewayName) => {
            answer('Gateway name', { ...choices, gatewayName });
          }}
        />
      </div>
      <NamespaceFields setup={setup} />
    </Question>
  );
}

/** A comma at the end is kept as an empty name while the next one is typed. */
function namesOf(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.split(',').map((name) => name.trim());
}
