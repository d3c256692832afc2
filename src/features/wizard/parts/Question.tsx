import { useId, type ReactNode } from 'react';
import type { ChoiceField, Problem } from '../../../core/authoring/index.ts';
import type { Setup } from '../model/use-setup.ts';
import { Problems } from './Problems.tsx';

/** One numbered question with what stands against its answers. */
export function Question(props: {
  n: number;
  title: string;
  hint?: string;
  setup: Setup;
  /** Answers that are given here. */
  fields: readonly ChoiceField[];
  children: ReactNode;
}) {
  const { n, title, hint, setup, fields, children } = props;
  const id = useId();
  const own = setup.problems.filter(({ field }) => fields.includes(field));
  return (
    <section className="q" aria-labelledby={id}>
      <span className={`q-n ${stateOf(own)}`} aria-hidden="true">
        {n}
      </span>
      <h2 id={id}>
        {title}
        {hint === undefined ? null : <small>{hint}</small>}
      </h2>
      {children}
      <Problems problems={own} onTake={setup.take} />
    </section>
  );
}

function stateOf(problems: readonly Problem[]): string {
  if (problems.some(({ severity }) => severity === 'blocking')) return 'err';
  return problems.length > 0 ? 'warn' : '';
}
