import { describe, expect, it } from 'vitest';
import { newestWins } from './newest-wins.ts';
import { Superseded } from './Superseded.ts';

const turn = () => new Promise<void>((resume) => setImmediate(resume));

describe('newestWins', () => {
  it('ends an older job at its next checkpoint', async () => {
    const reached: string[] = [];
    const run = newestWins(async (name: string, checkpoint) => {
      for (let slice = 0; slice < 3; slice += 1) {
        reached.push(`${name} ${String(slice)}`);
        await checkpoint();
      }
      return name;
    }, turn);
    const old = run('old');
    await turn();
    const fresh = run('fresh');
    await expect(old).rejects.toBeInstanceOf(Superseded);
    await expect(fresh).resolves.toBe('fresh');
    expect(reached).not.toContain('old 2');
    expect(reached).toContain('fresh 2');
  });

  it('withholds the answer of a job that was overtaken after its last checkpoint', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resume) => {
      release = resume;
    });
    const run = newestWins(async (name: string) => {
      if (name === 'old') await held;
      return name;
    }, turn);
    const old = run('old');
    await turn();
    const fresh = run('fresh');
    release();
    await expect(old).rejects.toBeInstanceOf(Superseded);
    await expect(fresh).resolves.toBe('fresh');
  });

  it('passes a fault of the job on', async () => {
    const run = newestWins(() => Promise.reject(new TypeError('broken')), turn);
    await expect(run('x')).rejects.toThrow('broken');
  });
});
