import type { Claim } from './types.ts';

/** The workspaces that this tab writes. Once taken, one stays until the tab is left: undo may lead back to it. */
export class Claims {
  readonly #claim: Claim;
  readonly #held = new Map<string, () => void>();

  constructor(claim: Claim) {
    this.#claim = claim;
  }

  async take(id: string): Promise<'held' | 'elsewhere'> {
    if (this.#held.has(id)) return 'held';
    const release = await this.#claim(id);
    if (release === null) return 'elsewhere';
    this.#held.set(id, release);
    return 'held';
  }

  dropAll(): void {
    for (const release of this.#held.values()) release();
    this.#held.clear();
  }
}
