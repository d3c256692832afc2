import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding, InstalledCrds } from '../../model/index.ts';
import { customDefinitions } from '../../schema/custom/custom-definitions.ts';
import { isCrd } from '../../schema/custom/is-crd.ts';
import { readCrd, type ReadCrd } from '../../schema/custom/read-crd.ts';
import type { CustomDefinitions } from '../../schema/index.ts';
import type { AdmissionMemory } from './admission-memory.ts';
import { admitObject, type AdmittedObject } from './admit-object.ts';
import { loadCel } from './load-cel.ts';

/** All objects as the cluster would hold them, and what the API server says about them. */
export interface Admission {
  readonly objects: readonly ManifestObject[];
  readonly findings: readonly Finding[];
}

/** Asks the API server's rules about every object; a CRD among them is asked instead of the built-in one. */
export async function admitObjects(
  objects: readonly ManifestObject[],
  settings: InstalledCrds,
  memory: AdmissionMemory,
): Promise<Admission> {
  const crds = await readCrds(objects, memory);
  const custom = definitionsOf(crds, settings, memory);
  const admitted = objects.map((object) => remembered(object, settings, custom, memory));
  return {
    objects: admitted.map(({ stored }) => stored),
    findings: [
      ...admitted.flatMap(({ findings }) => findings),
      // Last: rules that take too long are noticed while objects are admitted.
      ...crds.flatMap(({ findings }) => findings),
    ],
  };
}

async function readCrds(
  objects: readonly ManifestObject[],
  memory: AdmissionMemory,
): Promise<readonly ReadCrd[]> {
  const dropped = objects.filter(isCrd);
  if (dropped.length === 0) return [];
  const engine = await loadCel();
  return dropped.map((object) => {
    const known = memory.crds.get(object) ?? readCrd(object, engine);
    memory.crds.set(object, known);
    return known;
  });
}

/** The same definitions as last time when nothing of them has changed: answers stay with them. */
function definitionsOf(
  crds: readonly ReadCrd[],
  settings: InstalledCrds,
  memory: AdmissionMemory,
): CustomDefinitions {
  const { asked, read } = memory;
  const isSame =
    asked !== null &&
    asked.settings.gatewayApi === settings.gatewayApi &&
    asked.settings.channel === settings.channel &&
    read.length === crds.length &&
    read.every((one, i) => one === crds[i]);
  if (isSame) return asked.custom;
  const custom = customDefinitions(crds);
  memory.asked = { settings, custom };
  memory.read = crds;
  return custom;
}

function remembered(
  object: ManifestObject,
  settings: InstalledCrds,
  custom: CustomDefinitions,
  { answers }: AdmissionMemory,
): AdmittedObject {
  const known = answers.get(object);
  // The definitions change with the settings, so they stand for both.
  if (known?.custom === custom) return known;
  const answer = admitObject(object, settings, custom);
  answers.set(object, answer);
  return answer;
}
