import { describe, expect, it } from 'vitest';
import { sharedObjects } from '../objects.testing.ts';
import { baseObjects } from './base-objects.ts';
import { conformanceRows } from './conformance-rows.ts';
import divergences from './divergences.json' with { type: 'json' };
import { expectedColumns, playRow } from './play-row.ts';
import { suiteCertificates } from './suite-certificates.ts';
import { suiteObjects } from './suite-objects.ts';
import type { ConformanceRow } from './types.ts';

const FOLDER = 'peer/gateway-api/conformance';
const base = sharedObjects(`${FOLDER}/base/manifests.yaml`);
if (base === null) console.info('Skipped: the conformance manifests are not on this machine.');

const generated = suiteObjects(await suiteCertificates(globalThis.crypto, Date.UTC(2026, 0, 1)));
const manifests = new Map(
  [...new Set(conformanceRows.map(({ manifest }) => manifest))].map((manifest) => [
    manifest,
    sharedObjects(`${FOLDER}/${manifest}`),
  ]),
);
const given = conformanceRows.filter(({ manifest }) => manifests.get(manifest) !== null);
const known: readonly { readonly manifest: string; readonly reason: string }[] = divergences;

function nameOf({ manifest, object, under, listener, after }: ConformanceRow): string {
  return [manifest, object, under ?? listener, after].filter(Boolean).join(' ');
}

function play(row: ConformanceRow) {
  const manifest = (manifests.get(row.manifest) ?? []).map(({ value }) => value);
  const shared = (base ?? []).map(({ value }) => value);
  return playRow([...baseObjects, ...shared, ...generated, ...manifest], row);
}

describe.skipIf(base === null)('the conformance suite of Gateway API v1.6.1', () => {
  it.each(given.map((row) => [nameOf(row), row] as const))('%s', (_, row) =>
    expect(play(row)).toEqual(expectedColumns(row)),
  );

  it('plays every row of every manifest that is there, and says why of the others', () => {
    const manifestsPlayed = new Set(given.map(({ manifest }) => manifest)).size;
    console.info(
      `${given.length} of ${conformanceRows.length} conformance rows played, from ${manifestsPlayed} manifests.`,
    );
    expect([given.length, manifestsPlayed]).toEqual([81, 31]);
    const missing = conformanceRows.filter((row) => !given.includes(row));
    expect(known.map(({ manifest }) => manifest)).toEqual([
      ...new Set(missing.map(({ manifest }) => manifest)),
    ]);
    expect(known.every(({ reason }) => reason !== '')).toBe(true);
  });

  it('needs no base manifest: the built-in base gives the same answers', () => {
    const answers = given.map((row) => {
      const manifest = (manifests.get(row.manifest) ?? []).map(({ value }) => value);
      return [nameOf(row), playRow([...baseObjects, ...generated, ...manifest], row)];
    });
    expect(answers).toEqual(given.map((row) => [nameOf(row), play(row)]));
  });
});
