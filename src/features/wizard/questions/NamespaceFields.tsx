import type { FollowingField, SetupChoices } from '../../../core/authoring/index.ts';
import type { Setup } from '../model/use-setup.ts';
import { NameField } from '../parts/NameField.tsx';

type Space = keyof SetupChoices['namespaces'];

interface Row {
  readonly space: Space;
  readonly label: string;
  /** The answer that no longer follows once this one is typed. */
  readonly claims?: FollowingField;
  readonly isAsked: (choices: SetupChoices) => boolean;
}

const always = (): boolean => true;

const rows: readonly Row[] = [
  { space: 'gateway', label: 'Gateway', isAsked: always },
  { space: 'app', label: 'Backend and policy', isAsked: always },
  { space: 'route', label: 'Route', claims: 'route-namespace', isAsked: always },
  {
    space: 'clientIdentity',
    label: 'Client certificate',
    claims: 'client-namespace',
    isAsked: ({ mode }) => mode === 'mutual',
  },
  {
    space: 'ca',
    label: 'CA that the gateway trusts',
    claims: 'ca-namespace',
    isAsked: ({ authority }) => authority !== 'system',
  },
];

/** One namespace a part; those that follow from others do so until they are typed. */
export function NamespaceFields({ setup }: { setup: Setup }) {
  const { choices, answer } = setup;
  const { namespaces } = choices;
  return (
    <fieldset className="f2 spaces">
      <legend>Namespaces</legend>
      {rows
        .filter(({ isAsked }) => isAsked(choices))
        .map(({ space, label, claims }) => (
          <NameField
            key={space}
            setup={setup}
            label={label}
            field="namespaces"
            value={namespaces[space]}
            onChange={(value) => {
              const next = { ...choices, namespaces: { ...namespaces, [space]: value } };
              answer(`Namespace: ${label}`, next, claims);
            }}
          />
        ))}
    </fieldset>
  );
}
