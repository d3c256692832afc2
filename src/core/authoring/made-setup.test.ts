import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../analysis/index.ts';
import type { Analysis } from '../analysis/index.ts';
import { IMPLEMENTATION_IDS, type ImplementationId, type Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { defaultChoices } from './default-choices.ts';
import { generateSetup } from './generate-setup.ts';
import { materialFor, NOW, workspaceOf } from './prove.testing.ts';
import type { SetupChoices } from './types.ts';

const analyze = createAnalyzer();

/** A setup with cert-manager as it is after Create: nothing that cert-manager writes is in a file. */
async function created(id: ImplementationId): Promise<Workspace> {
  const choices: SetupChoices = {
    ...defaultChoices(id),
    authority: 'cert-manager',
    namespaces: { ...defaultChoices(id).namespaces, ca: 'cert-manager' },
  };
  const material = await materialFor(choices);
  const { files } = generateSetup(choices, material);
  return {
    ...workspaceOf(choices, material),
    files: files.map((file) => ({ id: file.path, ...file })),
  };
}

const run = (workspace: Workspace): Promise<Analysis> =>
  analyze(workspace, { now: NOW, crypto: testCrypto });

const loud = ({ findings }: Analysis): readonly string[] =>
  findings.flatMap(({ severity, code, detail }) =>
    severity === 'note' ? [] : [`${severity} ${code}: ${detail}`],
  );

/** Predicted conditions that are not as wanted, of the implementation itself. */
const unmet = ({ implementations }: Analysis, id: ImplementationId): readonly string[] =>
  (implementations.find(({ implementation }) => implementation === id)?.status ?? []).flatMap(
    ({ conditions }) =>
      conditions.flatMap(({ type, status, reason, message }) =>
        status === 'True' || type === 'Conflicted' ? [] : [`${type} ${reason}: ${message}`],
      ),
  );

describe.each(IMPLEMENTATION_IDS)('a setup of %s whose certificates cert-manager makes', (id) => {
  it('passes with the certificates that stand in, keys not proven', async () => {
    const workspace = await created(id);
    const analysis = await run(workspace);
    const [handshake] = analysis.handshakes;
    expect(handshake?.outcome.stage).toBe('ok');
    expect(handshake?.steps.find(({ n }) => n === 7)?.state).toBe('not-proven');
    expect(handshake?.outcome.headline).toBe('Passes, 2 keys not proven');
    expect(loud(analysis)).toEqual([]);
    expect(unmet(analysis, id)).toEqual([]);
    expect(analysis.blobs.filter(({ placedAs }) => placedAs.length === 0)).toEqual([]);
  });

  it('is not checked when nothing stands in, and its conditions are those after cert-manager', async () => {
    const workspace = { ...(await created(id)), assignments: [], blobs: [] };
    const analysis = await run(workspace);
    expect(analysis.handshakes[0]?.outcome.headline).toBe('Not checked');
    expect(loud(analysis)).toEqual([]);
    expect(unmet(analysis, id)).toEqual([]);
    expect(analysis.certificates).toEqual([]);
    expect(analysis.objects.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });

  it('takes each public certificate where it stands in', async () => {
    const whole = await created(id);
    const { blobs, assignments } = whole;
    const analysis = await run({ ...whole, assignments: [] });
    const made = assignments.flatMap(({ target, chain, clientCa }) =>
      [chain, clientCa].flatMap((ref) => (ref?.kind === 'blob' ? [`${ref.blobId} ${target}`] : [])),
    );
    const offered = analysis.blobs.flatMap(({ id: blobId, places }) =>
      places.flatMap(({ how, targetKey }) =>
        how === 'stand-in' ? [`${blobId} ${targetKey}`] : [],
      ),
    );
    expect(blobs.length).toBeGreaterThan(1);
    const ofGateway = made.filter(
      (one) => !one.endsWith('-identity') || one.includes('-identity.crt'),
    );
    expect(offered).toEqual(expect.arrayContaining(ofGateway));
  });
});
