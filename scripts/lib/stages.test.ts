import { describe, expect, it } from 'vitest';
import { closingLine, countPlaywright, countVitest, runStages } from './stages.mjs';

const done = (code: number) => () => Promise.resolve(code);

describe('stages', () => {
  it('stop at the first that fails and name it', async () => {
    const lines: string[] = [];
    let clock = 0;
    const failed = await runStages(
      [
        { name: 'types', run: done(0) },
        { name: 'lint', run: done(2) },
        { name: 'unit', run: done(0) },
      ],
      { log: (line) => lines.push(line), now: () => (clock += 750) },
    );
    expect(failed).toBe('lint');
    expect(lines).toEqual([
      '\n== types',
      '== types: passed after 0.8 s',
      '\n== lint',
      '== lint: failed (exit code 2) after 0.8 s',
    ]);
  });

  it('are all run when none fails', async () => {
    expect(
      await runStages([{ name: 'types', run: done(0) }], { log: () => 0, now: () => 0 }),
    ).toBeNull();
  });
});

describe('closing line', () => {
  const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

  it('adds up both runners', () => {
    const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(closingLine([countVitest(vitest), countPlaywright(playwright)])).toBe(
      '11 passed, 1 failed, 3 skipped, 1 only on the second try',
    );
  });

  it('is plain when nothing was skipped', () => {
    expect(closingLine([countVitest({ ...vitest, numPendingTests: 0 })])).toBe(
      '7 passed, 0 failed',
    );
    expect(closingLine([])).toBe('0 passed, 0 failed');
  });
});
