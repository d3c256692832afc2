import { outlooksOf, type Outlook, type WhatIfContext } from '../what-if/index.ts';
import { optionsOf } from '../what-if/dates/forecast.ts';
import type { Workspace } from '../model/index.ts';
import { conditionChanges } from './condition-changes.ts';
import type { ConditionChange, Conversion } from './types.ts';

/** One connection through a converted Gateway, before and after; null where there is no such connection. */
export interface VerdictChange {
  readonly connectionId: string;
  readonly label: string;
  readonly before: Outlook | null;
  readonly after: Outlook | null;
}

/** What the real analysis says of both. */
export interface OutcomeChanges {
  readonly verdicts: readonly VerdictChange[];
  readonly conditions: readonly ConditionChange[];
}

/**
 * Asks the real analysis about every connection through the converted Gateways, and about the conditions: with what was there, and
 * with what the conversion made of it.
 *
 * @throws (rejects) what `checkpoint` does
 */
export async function outcomeChanges(
  workspace: Workspace,
  { request, gateways, workspace: converted }: Conversion,
  context: WhatIfContext,
): Promise<OutcomeChanges> {
  const options = optionsOf(context);
  context.onProgress?.(0, 2);
  const earlier = await context.analyze(workspace, options);
  context.onProgress?.(1, 2);
  const later = await context.analyze(converted, options);
  const labels = new Map(
    [...later.connections, ...earlier.connections].map(({ connection, label }) => [
      connection.id,
      label,
    ]),
  );
  const verdicts = [...labels]
    .filter(([id]) => gateways.some((key) => id.startsWith(`${key}|`)))
    .map(([connectionId, label]) => ({
      connectionId,
      label,
      before: outlook(earlier, connectionId, request.from),
      after: outlook(later, connectionId, request.to),
    }));
  const isNothing = gateways.length === 0;
  return {
    verdicts,
    conditions: isNothing ? [] : conditionChanges(earlier, request.from, later, request.to),
  };
}

function outlook(
  analysis: Parameters<typeof outlooksOf>[0],
  connectionId: string,
  implementation: Outlook['implementation'],
): Outlook | null {
  const all = outlooksOf(analysis, connectionId);
  return all.find((one) => one.implementation === implementation) ?? null;
}
