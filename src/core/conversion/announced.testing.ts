import { createAnalyzer, type Analysis } from '../analysis/index.ts';
import { NOW } from '../authoring/prove.testing.ts';
import type { ImplementationId, Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { answerConversion } from './answer-conversion.ts';
import { convertSetup } from './convert-setup.ts';
import type { ConversionRequest, OfferAspect } from './types.ts';

const analyze = createAnalyzer();

/** What a handshake shows of each connection: facts that must not change in silence. */
interface Shown {
  readonly headline: string;
  readonly status: number | null;
  readonly hello: string;
  readonly version: string;
  readonly ciphers: string;
  readonly client: string;
}

/** Which aspects, told as changed, explain what a handshake shows. */
const EXPLAINED_BY: Readonly<Record<keyof Shown, readonly OfferAspect[]>> = {
  headline: [],
  status: [],
  hello: ['server-name', 'tls'],
  version: ['versions', 'tls'],
  ciphers: ['suites', 'versions', 'tls'],
  client: ['client-certificate', 'schemes', 'tls'],
};

/**
 * Everything that a conversion changes and does not tell: verdicts, conditions, and what handshakes agree on, read from analyses
 * of both workspaces and looked for in the report.
 *
 * @returns one line each, and the workspace as converted
 */
export async function silentChanges(
  workspace: Workspace,
  request: ConversionRequest,
  roots: string,
): Promise<{ readonly silent: readonly string[]; readonly converted: Workspace }> {
  const context = { now: NOW, crypto: testCrypto, systemRoots: () => Promise.resolve(roots) };
  const report = await answerConversion({ workspace, request }, { ...context, analyze });
  const { workspace: converted } = convertSetup(workspace, request);
  const [earlier, later] = [await analyze(workspace, context), await analyze(converted, context)];
  const [was, is] = [shown(earlier, request.from), shown(later, request.to)];
  const silent: string[] = [];
  for (const [id, before] of was) {
    const after = is.get(id);
    if (after === undefined) {
      silent.push(`${id}: gone`);
      continue;
    }
    const aspects = report.offers
      .filter(({ connections }) => connections.includes(id))
      .map(({ aspect }) => aspect);
    const told = report.verdicts.find(({ connectionId }) => connectionId === id);
    for (const fact of FACTS) {
      if (before[fact] === after[fact]) continue;
      const explains = EXPLAINED_BY[fact];
      const isTold =
        explains.length > 0
          ? explains.some((aspect) => aspects.includes(aspect))
          : told?.before?.headline !== told?.after?.headline;
      if (!isTold) silent.push(`${id}: ${fact} ${String(before[fact])} → ${String(after[fact])}`);
    }
    const worsens = passes(before) && !passes(after);
    if (worsens && report.notExpressible.length === 0 && aspects.length === 0)
      silent.push(`${id}: fails without a reason told: ${after.headline}`);
  }
  return { silent: [...silent, ...lostConditions(report, earlier, later, request)], converted };
}

const FACTS = ['headline', 'status', 'hello', 'version', 'ciphers', 'client'] as const;

function passes({ status }: Shown): boolean {
  return status === 200;
}

function shown(
  { handshakes }: Analysis,
  implementation: ImplementationId,
): ReadonlyMap<string, Shown> {
  return new Map(
    handshakes
      .filter((one) => one.implementation === implementation)
      .map(({ connectionId, outcome, wire, steps }) => {
        const detail = (name: string, from: string) =>
          wire
            .filter((one) => one.name === name && one.from === from)
            .map((one) => one.detail)
            .join();
        const words = JSON.stringify(steps).match(/\bTLS_[A-Z0-9_]+|\bECDHE-[A-Z0-9-]+/g) ?? [];
        return [
          connectionId,
          {
            headline: outcome.headline,
            status: outcome.client.status,
            hello: detail('ClientHello', 'gateway'),
            version: detail('ServerHello', 'backend'),
            ciphers: [...new Set(words)].join(),
            client: detail('Certificate', 'gateway'),
          },
        ] as const;
      }),
  );
}

/** A condition of the same object and type that was True and is no longer. */
function lostConditions(
  report: Awaited<ReturnType<typeof answerConversion>>,
  earlier: Analysis,
  later: Analysis,
  { from, to }: ConversionRequest,
): readonly string[] {
  const was = conditionsOf(earlier, from);
  return [...conditionsOf(later, to)].flatMap(([id, statuses]) => {
    const before = was.get(id);
    const isWorse = statuses.has('False') && before !== undefined && !before.has('False');
    const isTold = report.conditions.some(({ objectKey, type }) => `${objectKey} ${type}` === id);
    return isWorse && !isTold ? [`${id}: ${[...statuses].join()}`] : [];
  });
}

function conditionsOf(
  { implementations, objects }: Analysis,
  wanted: ImplementationId,
): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map(objects.map(({ id, key }) => [id, key]));
  const found = new Map<string, Set<string>>();
  const asked = implementations.find(({ implementation }) => implementation === wanted);
  for (const { objectId, conditions } of asked?.status ?? [])
    for (const { type, status } of conditions) {
      const id = `${keys.get(objectId) ?? ''} ${type}`;
      found.set(id, (found.get(id) ?? new Set<string>()).add(status));
    }
  return found;
}
