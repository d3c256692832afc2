import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyObjectEdit } from '../edits/index.ts';
import { buildExample, exampleList } from '../examples/index.ts';
import type { Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { countingIds } from '../workspace/ids.ts';
import { emptyWorkspace, readDrop } from '../workspace/index.ts';
import { convertTo, pairs } from './product.testing.ts';

const FOLDER = new URL('../../../../shared/guides/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) console.warn('skipped: the vendor guides (../shared/guides) are not here');

/** Pairs that find a Gateway: the others leave it to a page before theirs. */
const GUIDES = [
  ['ngf-backend-mtls.md', 3],
  ['kgateway-backend-tls-source.md', 0],
  ['kgateway-backend-tls-page.txt', 0],
  ['envoy-gateway-backend-mtls.md', 0],
] as const;

/** Converted each way: the edits are all that happens, and no comment and no private key goes. */
function check(workspace: Workspace): number {
  let converted = 0;
  for (const [from, to] of pairs) {
    const done = convertTo(from, to, workspace);
    const edited = applyObjectEdit(workspace, { ...done, renamed: {} });
    expect(edited.files).toEqual(done.workspace.files);
    const [before, after] = [workspace, done.workspace].map(({ files }) =>
      files.flatMap(({ text }) => text.split('\n')),
    );
    const kept = new Set(after);
    const gone = (before ?? []).filter((line) => /#|tls\.key|^\s*--/.test(line) && !kept.has(line));
    // A comment behind a value that changes stays behind it.
    expect(
      gone.filter((line) => !/(?:ClassName|group|kind|name|port|apiVersion)/.test(line)),
    ).toEqual([]);
    if (done.gateways.length > 0) converted += 1;
  }
  return converted;
}

describe('conversions of any workspace', () => {
  it.each(exampleList.map(({ id }) => id))(
    'convert the example %s',
    async (id) => {
      const now = Date.UTC(2026, 10, 20, 12);
      expect(check(await buildExample(id, { now, crypto: testCrypto }))).toBeGreaterThan(0);
    },
    60_000,
  );

  it.skipIf(!present).each(GUIDES)('convert the guide %s', async (name, pairsOfIt) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)));
    const empty = emptyWorkspace('test');
    const added = await readDrop([{ path: name, bytes }], empty, countingIds());
    expect(check({ ...empty, files: added.files, guides: added.guides })).toBe(pairsOfIt);
  });

  it('read what makes no sense', () => {
    const texts = [
      'kind: Gateway\napiVersion: gateway.networking.k8s.io/v1\nmetadata: {name: a}\nspec: {gatewayClassName: [nginx], tls: 1}',
      'kind: Gateway\napiVersion: gateway.networking.k8s.io/v1\nmetadata: {name: a}\nspec: &s {gatewayClassName: &c eg, infrastructure: {parametersRef: *c}}',
      ': : :\n---\n{{ template }}',
    ];
    const files = texts.map((text, at) => ({ id: String(at), path: `${String(at)}.yaml`, text }));
    expect(check({ ...emptyWorkspace('test'), files })).toBeGreaterThan(0);
  });
});
