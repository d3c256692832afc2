import { clientSeat } from './client-seat.ts';
import { authorityObject, usesConfigPolicy } from './manifests/policy-manifest.ts';
import { setupNames } from './setup-names.ts';
import type { SetupChoices } from './types.ts';

/** What has to be dropped or issued for a setup: one row of the form each. `optional` makes the proof complete. */
export interface NeededMaterial {
  readonly serverChain: 'needed' | 'optional' | 'no';
  readonly serverKey: 'needed' | 'optional' | 'no';
  readonly serverCa: 'needed' | 'no';
  readonly client: 'needed' | 'no';
  readonly clientCa: 'needed' | 'optional' | 'no';
}

/** Rows that the choices ask for; with cert-manager none. */
export function neededMaterial(choices: SetupChoices): NeededMaterial {
  const { authority, backend } = choices;
  if (authority === 'cert-manager')
    return { serverChain: 'no', serverKey: 'no', serverCa: 'no', client: 'no', clientCa: 'no' };
  const mutual = clientSeat(choices) !== null;
  const besideServer =
    authority === 'secret' &&
    !usesConfigPolicy(choices) &&
    authorityObject(choices).name === setupNames(choices).serverIdentity;
  const server = backend.kind === 'service' || besideServer ? 'needed' : 'optional';
  return {
    serverChain: server,
    serverKey: server,
    serverCa: authority === 'system' ? 'no' : 'needed',
    client: mutual ? 'needed' : 'no',
    clientCa: !mutual ? 'no' : backend.kind === 'external' ? 'optional' : 'needed',
  };
}
