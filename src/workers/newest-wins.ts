import { Superseded } from './Superseded.ts';

/** One piece of work, told to end early through its checkpoint. */
export type Job<Input, Output> = (input: Input, checkpoint: () => Promise<void>) => Promise<Output>;

/**
 * Runs jobs so that only the newest matters: starting one makes every older one reject with `Superseded` at
 * its next checkpoint. `pause` gives the event loop a turn, so that newer messages can arrive.
 */
export function newestWins<Input, Output>(
  job: Job<Input, Output>,
  pause: () => Promise<void>,
): (input: Input) => Promise<Output> {
  let newest = 0;
  return async (input) => {
    newest += 1;
    const own = newest;
    const checkpoint = async () => {
      await pause();
      if (own !== newest) throw new Superseded();
    };
    await checkpoint();
    const output = await job(input, checkpoint);
    await checkpoint();
    return output;
  };
}
