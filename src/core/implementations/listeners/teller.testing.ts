import type { ImplementationId } from '../../model/index.ts';
import { issueCa } from '../nginx-gateway-fabric/setup.testing.ts';
import { fronts, unusual, type Fronts } from './listeners.testing.ts';

/** Two pairs that do not belong together. */
export const one = await issueCa('one.example');
export const other = await issueCa('other.example');

/** What one controller says of fronts, by release: see `unusual`. */
export function tellerOf(
  id: ImplementationId,
  newest: string,
): (given: Fronts, version?: string) => string[] {
  return (given, version = newest) => unusual(id, version, fronts(id, given));
}
