import { describe, expect, it } from 'vitest';
import { choiceProblems } from './choice-problems.ts';
import { combination, kindCount, variantCount } from './product.testing.ts';
import { complaints } from './prove.testing.ts';
import type { ProblemCode, SetupChoices } from './types.ts';

/**
 * Problems that the handshake shows. The others are about what is written where, or about names that are ignored while
 * the SNI name passes.
 */
const technical: readonly ProblemCode[] = [
  'NO-CLIENT-CERTIFICATE',
  'NO-CONFIG-POLICY',
  'NO-SYSTEM-CA',
  'NO-SECRET-CA',
  'URI-NAME-NOT-CHECKED',
  'KEY-NOT-ACCEPTED',
];

/** A number of kinds that is a multiple of the stride would leave most of them out. */
const stride = [13, 17, 19].find((prime) => kindCount % prime !== 0) ?? 1;

/** One combination for each problem and way of a gateway, blocked by that problem alone. */
function blockedByOne(): ReadonlyMap<string, SetupChoices> {
  const found = new Map<string, SetupChoices>();
  for (let at = 0; at < kindCount * variantCount; at += stride) {
    const choices = combination(at % kindCount, Math.floor(at / kindCount));
    const [first, ...more] = choiceProblems(choices).filter(
      ({ severity }) => severity === 'blocking',
    );
    if (first === undefined || more.length > 0 || !technical.includes(first.code)) continue;
    const { gateway, backend, certificates } = choices;
    const key = certificates.kind === 'issued' ? certificates.keyAlgorithm : 'dropped';
    const detail = first.code === 'KEY-NOT-ACCEPTED' ? key : backend.kind;
    const name = `${first.code} ${JSON.stringify(Object.values(gateway))} ${detail}`;
    if (!found.has(name)) found.set(name, choices);
  }
  return found;
}

describe('a blocking problem', () => {
  it('blocks nothing that would have passed', async () => {
    const blocked = [...blockedByOne()];
    expect(new Set(blocked.map(([name]) => name.split(' ')[0]))).toEqual(new Set(technical));
    const passing: string[] = [];
    for (const [name, choices] of blocked) {
      const problems = choiceProblems(choices);
      if (
        (
          await complaints(
            choices,
            problems.flatMap(({ findings }) => findings ?? []),
          )
        ).length === 0
      )
        passing.push(name);
    }
    expect(passing).toEqual([]);
  }, 240_000);
});
