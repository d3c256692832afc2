import type { Analysis, ConnectionEnds } from '../../analysis/index.ts';
import { IMPLEMENTATION_IDS, type Workspace } from '../../model/index.ts';
import { asOf } from '../as-of.ts';
import { outlookKey, outlookOf } from '../outlooks.ts';
import type { Outlook, WhatIfContext } from '../types.ts';
import { dateEdges } from './date-edges.ts';
import type { Forecast, Turn, TurningPoint } from './types.ts';

/** Dates that are evaluated at most, each with an analysis of its own. */
export const MOST_DATES = 100;

/**
 * When the verdict of each connection changes from the as-of date on, through every implementation: the real analysis on each
 * date on which a certificate begins or ends, or a CRL is due. Whether an expired anchor counts is thus each library's own
 * answer.
 *
 * @throws (rejects) what `checkpoint` does
 */
export async function forecast(workspace: Workspace, context: WhatIfContext): Promise<Forecast> {
  const { analyze, onProgress, checkpoint } = context;
  const from = asOf(workspace, context);
  const analyseAt = (at: number): Promise<Analysis> =>
    analyze(
      { ...workspace, options: { ...workspace.options, at: new Date(at).toISOString() } },
      optionsOf(context),
    );
  const today = await analyseAt(from);
  const edges = dateEdges(today, await endsOfAll(workspace, context), from);
  const looked = edges.slice(0, MOST_DATES);
  const points: TurningPoint[] = [];
  let before = outlooksByConnection(today);
  for (const [done, edge] of looked.entries()) {
    onProgress?.(done, looked.length);
    await checkpoint?.();
    const after = outlooksByConnection(await analyseAt(edge.at));
    const turns = turnsBetween(before, after, today);
    if (turns.length > 0) points.push({ ...edge, turns });
    before = after;
  }
  return { from, points, dates: looked.length, leftOut: edges.length - looked.length };
}

/** What of the context is for the analysis. */
export function optionsOf({
  now,
  crypto,
  systemRoots,
  checkpoint,
  lens,
}: WhatIfContext): Parameters<WhatIfContext['analyze']>[1] {
  return {
    now,
    crypto,
    ...(systemRoots === undefined ? {} : { systemRoots }),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(lens === undefined ? {} : { lens }),
  };
}

/** CRLs may be read by one implementation alone: its ends are asked too. */
async function endsOfAll(
  workspace: Workspace,
  context: WhatIfContext,
): Promise<readonly ConnectionEnds[]> {
  const all: ConnectionEnds[] = [];
  for (const lens of [undefined, ...IMPLEMENTATION_IDS]) {
    const options = lens === undefined ? {} : { lens };
    const { crypto } = context;
    all.push(...(await context.analyze.ends(workspace, { crypto, ...options })));
  }
  return all;
}

type Outlooks = ReadonlyMap<string, { readonly connectionId: string; readonly outlook: Outlook }>;

function outlooksByConnection({ implementations }: Analysis): Outlooks {
  return new Map(
    implementations.flatMap(({ implementation, connections }) =>
      connections.map((verdict) => [
        `${implementation}|${verdict.connectionId}`,
        { connectionId: verdict.connectionId, outlook: outlookOf(implementation, verdict) },
      ]),
    ),
  );
}

function turnsBetween(
  before: Outlooks,
  after: Outlooks,
  { connections }: Analysis,
): readonly Turn[] {
  return [...after].flatMap(([key, { connectionId, outlook }]) => {
    const earlier = before.get(key)?.outlook;
    if (earlier === undefined || outlookKey(earlier) === outlookKey(outlook)) return [];
    const found = connections.find(({ connection }) => connection.id === connectionId);
    const label = found?.label ?? connectionId;
    return [{ connectionId, label, before: earlier, after: outlook }];
  });
}
