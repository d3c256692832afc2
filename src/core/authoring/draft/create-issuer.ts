import { issueMaterial } from '../issue-material.ts';
import { createKeyRing } from '../key-ring.ts';
import { serverNames } from '../manifests/cert-manager-manifests.ts';
import type { SetupChoices, SetupMaterial } from '../types.ts';
import type { DraftWatch } from './types.ts';

/** More than a person goes back and forth between; each is a few certificates. */
const REMEMBERED = 24;

type Issue = (
  choices: SetupChoices,
  isWritable: boolean,
  now: number,
  watch: DraftWatch,
) => Promise<SetupMaterial>;

/**
 * Issues material and remembers it: the same answers get the same certificates. While names are typed that cannot
 * stand in a certificate, the last material stays.
 */
export function createIssuer(crypto: Crypto): Issue {
  const keys = createKeyRing(crypto);
  const made = new Map<string, SetupMaterial>();
  let last: SetupMaterial = {};
  return async (choices, isWritable, now, watch) => {
    const name = relevantParts(choices);
    const known = isWritable ? made.get(name) : last;
    if (known !== undefined) return known;
    last = await issueMaterial(choices, {
      now,
      crypto,
      keys,
      checkpoint: async (done, total) => {
        watch.onIssue?.(done, total);
        await watch.checkpoint?.();
      },
    });
    made.set(name, last);
    const [oldest] = made.keys();
    if (made.size > REMEMBERED && oldest !== undefined) made.delete(oldest);
    return last;
  };
}

/** The answers that decide what is issued. */
function relevantParts(choices: SetupChoices): string {
  const { mode, authority, certificates, backend, gatewayName, namespaces, hosts } = choices;
  const sharesIssuer = authority === 'cert-manager';
  const names = [hosts.sni, serverNames(choices), backend.name, gatewayName, namespaces.gateway];
  return JSON.stringify([mode, sharesIssuer, certificates, names]);
}
