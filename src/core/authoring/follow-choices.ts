import { clientSeat, seatNamespace } from './client-seat.ts';
import { TRUST_NAMESPACE } from './setup-names.ts';
import type { SetupChoices } from './types.ts';

/** Answers that follow from others until a person gives their own. */
export type FollowingField = 'route-namespace' | 'ca-namespace' | 'client-namespace' | 'verified';

export const followingFields: readonly FollowingField[] = [
  'route-namespace',
  'ca-namespace',
  'client-namespace',
  'verified',
];

/**
 * The choices with every following answer that is not in `own` put where the others want it: the route beside the
 * backend, the CA where policies and trust-manager look, the client certificate beside the object that names it, and
 * the SNI as the name that is verified.
 */
export function followChoices(
  choices: SetupChoices,
  own: ReadonlySet<FollowingField>,
): SetupChoices {
  return followingFields
    .filter((field) => !own.has(field))
    .reduce((followed, field) => rules[field](followed), choices);
}

/** The following answers that are not what would follow: somebody chose them. */
export function ownFields(choices: SetupChoices): ReadonlySet<FollowingField> {
  return new Set(followingFields.filter((field) => !isSame(rules[field](choices), choices)));
}

function isSame(a: SetupChoices, b: SetupChoices): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const rules: Readonly<Record<FollowingField, (choices: SetupChoices) => SetupChoices>> = {
  'route-namespace': (choices) => withSpace(choices, { route: choices.namespaces.app }),
  'ca-namespace': (choices) =>
    withSpace(choices, {
      ca: choices.authority === 'cert-manager' ? TRUST_NAMESPACE : choices.namespaces.app,
    }),
  'client-namespace': (choices) => {
    const seat = clientSeat(choices);
    const wanted = seat === null ? null : seatNamespace(seat, choices);
    return withSpace(choices, { clientIdentity: wanted ?? choices.namespaces.gateway });
  },
  verified: (choices) => ({
    ...choices,
    hosts: { ...choices.hosts, verified: [choices.hosts.sni] },
  }),
};

function withSpace(
  choices: SetupChoices,
  changes: Partial<SetupChoices['namespaces']>,
): SetupChoices {
  return { ...choices, namespaces: { ...choices.namespaces, ...changes } };
}
