import { createAnalyzer, type ConnectionEnds } from '../analysis/index.ts';
import { defaultChoices, type SetupChoices } from '../authoring/index.ts';
import { materialFor, NOW, workspaceOf } from '../authoring/prove.testing.ts';
import type { ImplementationId, Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import type { WhatIfContext } from './types.ts';

const analyze = createAnalyzer();

/** 20 Nov 2026 12:00 UTC. */
export const context: WhatIfContext = { analyze, now: NOW, crypto: testCrypto };

/** A workspace and both ends of its only connection. */
export interface TestSetup {
  readonly workspace: Workspace;
  readonly ends: ConnectionEnds;
}

/** Mutual TLS that passes, as the wizard makes it for an implementation; `other` answers replace the usual ones. */
export async function setupFor(
  id: ImplementationId,
  other: Partial<SetupChoices> = {},
): Promise<TestSetup> {
  const choices = { ...defaultChoices(id), ...other };
  return opened(workspaceOf(choices, await materialFor(choices)));
}

/** The ends of the only connection of a workspace. */
export async function opened(workspace: Workspace): Promise<TestSetup> {
  const [ends] = await analyze.ends(workspace, { crypto: testCrypto });
  if (ends === undefined) throw new Error('The setup has no connection.');
  return { workspace, ends };
}
