import type { ChoiceField, SetupChoices } from '../../../core/authoring/index.ts';
import type { Setup } from '../model/use-setup.ts';

/** Why an answer cannot be given beside the others: the first fact about these fields that blocks it. */
export function refusalOf(
  setup: Setup,
  choices: SetupChoices,
  fields: readonly ChoiceField[],
): string | null {
  const blocking = setup
    .problemsOf(choices)
    .find(({ severity, field }) => severity === 'blocking' && fields.includes(field));
  return blocking?.fact ?? null;
}
