import type { FieldRef } from '../../../model/index.ts';
import type { DataPlaneLine } from '../../data-plane.ts';

/** A directive; `text` without the semicolon. */
export function directive(text: string, from?: FieldRef): DataPlaneLine {
  return line(`${text};`, from);
}

/** A block with everything in it four spaces further in. */
export function block(
  head: string,
  body: readonly DataPlaneLine[],
  from?: FieldRef,
): readonly DataPlaneLine[] {
  const inner = body.map((entry) => ({ ...entry, text: `    ${entry.text}` }));
  return [line(`${head} {`, from), ...inner, line('}', from)];
}

function line(text: string, from: FieldRef | undefined): DataPlaneLine {
  return from === undefined ? { text } : { text, from };
}
