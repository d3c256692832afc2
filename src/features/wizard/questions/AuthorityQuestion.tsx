import type { AuthorityChoice } from '../../../core/authoring/index.ts';
import type { Setup } from '../model/use-setup.ts';
import { OptionCards } from '../parts/OptionCards.tsx';
import { Question } from '../parts/Question.tsx';
import { refusalOf } from '../parts/refusal-of.ts';

const places: readonly { value: AuthorityChoice; title: string; note: string }[] = [
  { value: 'config-map', title: 'ConfigMap', note: 'Core of the Gateway API' },
  { value: 'secret', title: 'Secret', note: 'Where the gateway reads CAs from Secrets' },
  { value: 'system', title: 'System CAs', note: 'For a certificate of a public CA' },
  {
    value: 'cert-manager',
    title: 'cert-manager',
    note: 'Issues in the cluster; trust-manager hands the CA out',
  },
];

/** What the gateway trusts, and where that stands. */
export function AuthorityQuestion({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  return (
    <Question n={5} title="Where the CA lives" setup={setup} fields={['authority']}>
      <OptionCards
        label="Where the CA lives"
        value={choices.authority}
        options={places.map((option) => ({
          ...option,
          refusal: refusalOf(setup, { ...choices, authority: option.value }, ['authority']),
        }))}
        onChange={(authority, title) => {
          answer(`CA: ${title}`, { ...choices, authority });
        }}
      />
    </Question>
  );
}
