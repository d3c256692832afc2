import type { BackendChoice } from '../../../core/authoring/index.ts';
import { withBackendKind } from '../model/backend-of-kind.ts';
import type { Setup } from '../model/use-setup.ts';
import { OptionCards } from '../parts/OptionCards.tsx';
import { Question } from '../parts/Question.tsx';
import { refusalOf } from '../parts/refusal-of.ts';
import { BackendFields } from './BackendFields.tsx';

const kinds: readonly { value: BackendChoice['kind']; title: string; note: string }[] = [
  { value: 'service', title: 'New Service', note: 'With an nginx that serves TLS, made here' },
  { value: 'workload', title: 'Pods that exist', note: 'A Service is made that selects them' },
  { value: 'external', title: 'Host outside the cluster', note: 'Reached by its host name' },
];

/** What the route leads to. */
export function BackendQuestion({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  return (
    <Question n={2} title="What stands behind it" setup={setup} fields={['backend']}>
      <OptionCards
        label="Backend"
        value={choices.backend.kind}
        options={kinds.map((option) => ({
          ...option,
          refusal: refusalOf(setup, withBackendKind(choices, option.value), ['backend']),
        }))}
        onChange={(kind, title) => {
          answer(title, withBackendKind(choices, kind));
        }}
      />
      <BackendFields setup={setup} />
    </Question>
  );
}
