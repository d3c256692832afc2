import { describe, expect, it } from 'vitest';
import { choiceProblems } from './choice-problems.ts';
import { combination, kindCount, variantCount } from './product.testing.ts';
import { complaints } from './prove.testing.ts';
import type { SetupChoices } from './types.ts';

/** Coprime to the number of variants, so that each kind begins elsewhere and all variants have their turn. */
const STRIDE = 113;

const isOpen = (choices: SetupChoices): boolean =>
  choiceProblems(choices).every(({ severity }) => severity !== 'blocking');

/** A combination of the kind that nothing blocks, another variant for each kind; undefined when all are blocked. */
function openVariant(kind: number, from: number): SetupChoices | undefined {
  for (let step = 0; step < variantCount; step += 1) {
    const choices = combination(kind, (from + step * STRIDE) % variantCount);
    if (isOpen(choices)) return choices;
  }
  return undefined;
}

const proven = Array.from({ length: kindCount }, (_, kind) => kind).flatMap((kind) => {
  const choices = openVariant(kind, (kind * STRIDE) % variantCount);
  return choices === undefined ? [] : [choices];
});

describe('the product of the choices', () => {
  it('leaves most kinds of setup open', () => {
    expect([kindCount, variantCount, proven.length]).toEqual([936, 252, 680]);
  });

  it('passes every step of the analysis wherever nothing is blocked', async () => {
    const failed: string[] = [];
    for (const choices of proven) {
      const announced = choiceProblems(choices).flatMap(({ findings }) => findings ?? []);
      const found = await complaints(choices, announced);
      if (found.length > 0) failed.push(`${JSON.stringify(choices)}\n  ${found.join('\n  ')}`);
    }
    expect(failed).toEqual([]);
  }, 240_000);

  it('offers, for every problem, choices that do not have it', () => {
    const left: string[] = [];
    for (let kind = 0; kind < kindCount; kind += 1)
      for (let variant = kind % 17; variant < variantCount; variant += 17)
        for (const { code, alternatives } of choiceProblems(combination(kind, variant)))
          for (const { title, choices } of alternatives)
            if (choiceProblems(choices).some((problem) => problem.code === code))
              left.push(`${code}: ${title}: ${JSON.stringify(choices)}`);
    expect(left.slice(0, 5)).toEqual([]);
  });
});
