import { outlooksOf, type Outlook, type WhatIfContext } from '../what-if/index.ts';
import { optionsOf } from '../what-if/dates/forecast.ts';
import type { Workspace } from '../model/index.ts';
import type { Conversion } from './types.ts';

/** One connection through a converted Gateway, before and after; null where there is no such connection. */
export interface VerdictChange {
  readonly connectionId: string;
  readonly label: string;
  readonly before: Outlook | null;
  readonly after: Outlook | null;
}

/**
 * Asks the real analysis about every connection through the converted Gateways: with what was there, and with what the conversion
 * made of it.
 *
 * @throws (rejects) what `checkpoint` does
 */
export async function verdictChanges(
  workspace: Workspace,
  { request, gateways, workspace: converted }: Conversion,
  context: WhatIfContext,
): Promise<readonly VerdictChange[]> {
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
  return [...labels]
    .filter(([id]) => gateways.some((key) => id.startsWith(`${key}|`)))
    .map(([connectionId, label]) => ({
      connectionId,
      label,
      before: outlook(earlier, connectionId, request.from),
      after: outlook(later, connectionId, request.to),
    }));
}

function outlook(
  analysis: Parameters<typeof outlooksOf>[0],
  connectionId: string,
  implementation: Outlook['implementation'],
): Outlook | null {
  const all = outlooksOf(analysis, connectionId);
  return all.find((one) => one.implementation === implementation) ?? null;
}
