import type { Analysis, ConnectionVerdict } from '../analysis/index.ts';
import type { ImplementationId } from '../model/index.ts';
import type { Outlook } from './types.ts';

/** What every implementation makes of one connection, in lens order. */
export function outlooksOf(
  { implementations }: Pick<Analysis, 'implementations'>,
  connectionId: string,
): readonly Outlook[] {
  return implementations.flatMap(({ implementation, connections }) => {
    const found = connections.find((one) => one.connectionId === connectionId);
    return found === undefined ? [] : [outlookOf(implementation, found)];
  });
}

/** A verdict with the implementation that gives it. */
export function outlookOf(
  implementation: ImplementationId,
  { verdict, headline, step, log }: ConnectionVerdict,
): Outlook {
  return { implementation, verdict, headline, step, log };
}

/** Whether it fails, and where: what counts as a change. Warnings come and go without one. */
export function outlookKey({ verdict, headline }: Outlook): string {
  switch (verdict) {
    case 'error':
      return headline;
    case 'unknown':
      return 'unknown';
    case 'ok':
    case 'warning':
      return 'passes';
    default:
      return verdict satisfies never;
  }
}
