import { neededMaterial } from '../needed-material.ts';
import type { SetupChoices, SetupMaterial } from '../types.ts';
import { judges, missingWords } from './judge-row.ts';
import { keysOf, leafOf, authoritiesOf } from './material-parts.ts';
import { materialOf } from './material-of.ts';
import { proposals, type Placed } from './propose.ts';
import type { DroppedMaterial, MaterialPicks, MaterialRole, MaterialRow } from './types.ts';

/** Roles in the order of the form; each proposal looks at those before it. */
const roles: readonly MaterialRole[] = [
  'server-chain',
  'server-key',
  'server-ca',
  'client-chain',
  'client-key',
  'client-ca',
];

/** Dropped files in their roles: what the form shows, and the material that they come to. */
export interface PlacedMaterial {
  readonly rows: readonly MaterialRow[];
  readonly material: SetupMaterial;
}

/**
 * Gives each role that the choices ask for the file that was picked, or proposes one: by the names that are verified,
 * by keys that match, by issuer and subject.
 */
export function placeMaterial(
  choices: SetupChoices,
  files: readonly DroppedMaterial[],
  picks: MaterialPicks,
): PlacedMaterial {
  const needs = needsOf(choices);
  let placed: Placed = {};
  const rows: MaterialRow[] = [];
  for (const role of roles) {
    const need = needs[role];
    if (need === 'no') continue;
    const pick = picks[role];
    const chosen = files.find(({ blobId }) => blobId === pick);
    const proposed = pick === undefined ? proposals[role](files, choices, placed) : undefined;
    const file = chosen ?? proposed;
    if (file !== undefined) placed = { ...placed, [role]: file };
    rows.push({
      role,
      need,
      blobId: file?.blobId ?? null,
      isProposed: file !== undefined && file === proposed,
      candidates: files.filter((one) => couldBe[role](one)).map(labelled),
      ...(file === undefined
        ? { state: 'missing', says: missingWords[role] }
        : judges[role](file, placed, choices)),
    });
  }
  return { rows, material: materialOf(placed) };
}

function needsOf(
  choices: SetupChoices,
): Readonly<Record<MaterialRole, MaterialRow['need'] | 'no'>> {
  const { serverChain, serverKey, serverCa, client, clientCa } = neededMaterial(choices);
  return {
    'server-chain': serverChain,
    'server-key': serverKey,
    'server-ca': serverCa,
    'client-chain': client,
    'client-key': client,
    'client-ca': clientCa,
  };
}

const hasLeaf = (file: DroppedMaterial): boolean => leafOf(file) !== null;
const hasKey = (file: DroppedMaterial): boolean => keysOf(file).length > 0;
const hasAuthority = (file: DroppedMaterial): boolean => authoritiesOf(file).length > 0;

const couldBe: Readonly<Record<MaterialRole, (file: DroppedMaterial) => boolean>> = {
  'server-chain': hasLeaf,
  'server-key': hasKey,
  'server-ca': hasAuthority,
  'client-chain': hasLeaf,
  'client-key': hasKey,
  'client-ca': hasAuthority,
};

function labelled({ blobId, path }: DroppedMaterial): { blobId: string; label: string } {
  return { blobId, label: path };
}
