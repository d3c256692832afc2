import type { Analysis } from '../../core/analysis/types.ts';
import { Badge, VerdictShape, type ShapeName } from '../../ui/index.ts';
import { count } from '../../views/index.ts';

interface Line {
  readonly shape: ShapeName;
  readonly text: string;
  readonly figure: string;
}

/** What was checked and how much of it holds. */
export function ValidationList({ analysis }: { analysis: Analysis }) {
  const lines = linesOf(analysis);
  const worst = lines.some(({ shape }) => shape === 'error')
    ? ({ shape: 'error', word: 'Problems open' } as const)
    : lines.some(({ shape }) => shape !== 'ok')
      ? ({ shape: 'warning', word: 'Not all checked' } as const)
      : ({ shape: 'ok', word: 'Ready to apply' } as const);
  return (
    <section aria-label="Validated">
      <h3>
        Validated <span className="grow" />
        <Badge shape={worst.shape}>{worst.word}</Badge>
      </h3>
      <ul className="ex-list">
        {lines.map(({ shape, text, figure }) => (
          <li key={text}>
            <VerdictShape shape={shape} size="s" />
            <span className="grow">{text}</span>
            <span className="fig">{figure}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function linesOf({ validation }: Analysis): readonly Line[] {
  const { documents, objects, references, keyPairs, connections, errors, warnings } = validation;
  const part = (done: number, total: number): Pick<Line, 'shape' | 'figure'> => ({
    shape: done === total ? 'ok' : 'error',
    figure: `${String(done)} of ${String(total)}`,
  });
  return [
    {
      shape: 'ok',
      text: 'Documents read',
      figure: `${count(documents, 'document')}, ${count(objects, 'object')}`,
    },
    { text: 'References resolve', ...part(references.resolved, references.total) },
    { text: 'Keys match their certificates', ...part(keyPairs.proven, keyPairs.total) },
    {
      text: 'Handshakes pass',
      ...part(connections.passing, connections.total),
      ...(connections.total === 0 ? { shape: 'unknown' as const } : {}),
    },
    {
      shape: errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'ok',
      text: 'Problems open',
      figure: `${count(errors, 'error')}, ${count(warnings, 'warning')}`,
    },
  ];
}
