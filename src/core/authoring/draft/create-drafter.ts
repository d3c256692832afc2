import { createAnalyzer, type AnalyzeOptions } from '../../analysis/index.ts';
import type { Workspace } from '../../model/index.ts';
import { emptyWorkspace } from '../../workspace/index.ts';
import { choiceProblems } from '../choice-problems.ts';
import { placeMaterial } from '../dropped/place-material.ts';
import { readDropped } from '../dropped/read-dropped.ts';
import type { MaterialRow } from '../dropped/types.ts';
import { generateSetup } from '../generate-setup.ts';
import type { GeneratedSetup, SetupMaterial } from '../types.ts';
import { createIssuer } from './create-issuer.ts';
import { draftOf } from './draft-of.ts';
import type { DraftRequest, DraftWatch, SetupDraft } from './types.ts';

/** What a drafter is given once. */
export type DraftTools = Pick<AnalyzeOptions, 'crypto' | 'systemRoots'>;

export type Drafter = (request: DraftRequest, watch?: DraftWatch) => Promise<SetupDraft>;

interface Gathered {
  readonly rows: readonly MaterialRow[];
  readonly material: SetupMaterial;
}

/**
 * Makes drafts of a setup while its questions are answered: manifests, and the verdict of the real analysis about
 * them. It remembers keys and certificates, so that an answer makes anew only what it changes; only keys that the
 * manifests carry are in a draft.
 *
 * What blocks the choices ({@link choiceProblems}) blocks no draft: its verdict then says what fails.
 */
export function createDrafter({ crypto, systemRoots }: DraftTools): Drafter {
  const analyze = createAnalyzer();
  const issue = createIssuer(crypto);
  const gather = async (request: DraftRequest, watch: DraftWatch): Promise<Gathered> => {
    const { choices, blobs, picks, now } = request;
    if (choices.certificates.kind === 'dropped')
      return placeMaterial(choices, await readDropped(blobs, crypto), picks);
    return { rows: [], material: await issue(choices, isWritable(request), now, watch) };
  };
  return async (request, watch = {}) => {
    const { rows, material } = await gather(request, watch);
    const setup = generateSetup(request.choices, material);
    const { checkpoint } = watch;
    const analysis = await analyze(workspaceOf(request, setup), {
      now: request.now,
      crypto,
      ...(systemRoots === undefined ? {} : { systemRoots }),
      ...(checkpoint === undefined ? {} : { checkpoint }),
    });
    return draftOf(setup, rows, analysis);
  };
}

/** Whether the names can stand in a certificate. */
function isWritable({ choices }: DraftRequest): boolean {
  const names = ['HOST-NOT-ALLOWED', 'NAME-NOT-ALLOWED'];
  return !choiceProblems(choices).some(({ code }) => names.includes(code));
}

/** The draft alone, with what cert-manager will write. */
function workspaceOf({ options, blobs }: DraftRequest, setup: GeneratedSetup): Workspace {
  return {
    ...emptyWorkspace('New setup'),
    files: [...setup.files, ...setup.standIns].map((file) => ({ id: file.path, ...file })),
    blobs: [...blobs, ...setup.blobs],
    assignments: setup.assignments,
    options: { ...options, versions: { ...options.versions, ...setup.options.versions } },
  };
}
