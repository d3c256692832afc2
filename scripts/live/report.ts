import { encodePem } from '../../src/core/pki/encode-pem.ts';
import type { LiveCase } from './generate-case.ts';

/** How one case came out at one library. */
export type Comparison =
  | { readonly outcome: 'agree' }
  /** Not comparable, and why: a handshake that never got to the certificates, a signature nobody here can check. */
  | { readonly outcome: 'apart'; readonly reason: string }
  | { readonly outcome: 'differ'; readonly theirs: string; readonly ours: string };

/** Agreement when both say the same. */
export function sameText(theirs: string, ours: string): Comparison {
  return theirs === ours ? { outcome: 'agree' } : { outcome: 'differ', theirs, ours };
}

/** Counts what one library answered; `known` differences are counted by their reason and do not fail the run. */
export class Tally {
  readonly library: string;
  agreed = 0;
  readonly differing: string[] = [];
  readonly #apart = new Map<string, number>();

  constructor(library: string) {
    this.library = library;
  }

  add(live: LiveCase, comparison: Comparison): void {
    switch (comparison.outcome) {
      case 'agree':
        this.agreed++;
        return;
      case 'apart':
        this.#apart.set(comparison.reason, (this.#apart.get(comparison.reason) ?? 0) + 1);
        return;
      case 'differ':
        this.differing.push(
          `case ${String(live.number)}: theirs ${comparison.theirs}, ours ${comparison.ours} (${describe(live)})\n${pemOf(live)}`,
        );
        return;
      default:
        comparison satisfies never;
    }
  }

  /** Cases that both sides judged. */
  get compared(): number {
    return this.agreed + this.differing.length;
  }

  /** One line, and one for each of the first differences. */
  text(): string {
    const apart = [...this.#apart].map(([reason, count]) => `${String(count)} ${reason}`);
    const counts = [
      `${String(this.agreed)} agree`,
      `${String(this.differing.length)} differ`,
      ...apart,
    ];
    const shown = this.differing.slice(0, 10).map((line) => `\n  ${line}`);
    return `${this.library}: ${counts.join(', ')}${shown.join('')}`;
  }
}

/** Everything that the case is made of, to replay it. */
function pemOf({ leaf, others, anchors, crls = [], at, host }: LiveCase): string {
  const certificates = (list: readonly { readonly der: Uint8Array }[]): string =>
    list.map(({ der }) => encodePem('CERTIFICATE', der)).join('');
  return [
    `# at ${new Date(at).toISOString()}, host ${host}; the peer sends`,
    certificates([leaf, ...others]),
    '# trusted',
    certificates(anchors),
    ...crls.map((der) => encodePem('X509 CRL', der)),
  ].join('\n');
}

function describe({ purpose, depth, securityLevel, strict, crls }: LiveCase): string {
  const words = [purpose, `depth ${String(depth)}`, `level ${String(securityLevel)}`];
  if (strict) words.push('strict');
  if (crls) words.push(`${String(crls.length)} CRLs`);
  return words.join(', ');
}
