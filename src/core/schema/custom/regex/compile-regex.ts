import type { CodePointRange, RegexAssertion, RegexNode } from './regex-node.ts';

/** One step of a compiled pattern; targets are indexes into the program. */
export type RegexStep =
  | { readonly op: 'set'; readonly ranges: readonly CodePointRange[]; readonly negated: boolean }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'assert'; readonly what: RegexAssertion }
  | { readonly op: 'match' };

/** Repeats are written out, so a short pattern can ask for a long program: RE2 bounds it as well. */
const mostSteps = 20_000;

/** The steps of a pattern, or null where they would be too many. */
export function compileRegex(node: RegexNode): readonly RegexStep[] | null {
  const program: RegexStep[] = [];
  emit(program, node);
  program.push({ op: 'match' });
  return program.length > mostSteps ? null : program;
}

function emit(program: RegexStep[], node: RegexNode): void {
  if (program.length > mostSteps) return;
  switch (node.kind) {
    case 'set':
      program.push({ op: 'set', ranges: node.ranges, negated: node.negated });
      return;
    case 'assert':
      program.push({ op: 'assert', what: node.what });
      return;
    case 'sequence':
      for (const part of node.parts) emit(program, part);
      return;
    case 'choice':
      emitChoice(program, node.options);
      return;
    case 'repeat':
      emitRepeat(program, node);
      return;
    default:
      node satisfies never;
  }
}

function emitChoice(program: RegexStep[], options: readonly RegexNode[]): void {
  const exits: { op: 'jump'; to: number }[] = [];
  options.forEach((option, index) => {
    if (index === options.length - 1) {
      emit(program, option);
      return;
    }
    const split = { op: 'split' as const, first: program.length + 1, second: 0 };
    program.push(split);
    emit(program, option);
    const exit = { op: 'jump' as const, to: 0 };
    exits.push(exit);
    program.push(exit);
    split.second = program.length;
  });
  for (const exit of exits) exit.to = program.length;
}

function emitRepeat(program: RegexStep[], node: RegexNode & { kind: 'repeat' }): void {
  for (let count = 0; count < node.least; count++) emit(program, node.body);
  if (node.most === Infinity) {
    const split = pushSplit(program);
    emit(program, node.body);
    program.push({ op: 'jump', to: program.indexOf(split) });
    aim(split, program.indexOf(split) + 1, program.length, node.greedy);
    return;
  }
  const splits = Array.from({ length: node.most - node.least }, () => {
    const split = pushSplit(program);
    const body = program.length;
    emit(program, node.body);
    return { split, body };
  });
  for (const { split, body } of splits) aim(split, body, program.length, node.greedy);
}

type Split = RegexStep & { op: 'split' };

function pushSplit(program: RegexStep[]): Split {
  const split: Split = { op: 'split', first: 0, second: 0 };
  program.push(split);
  return split;
}

function aim(split: Split, body: number, exit: number, greedy: boolean): void {
  split.first = greedy ? body : exit;
  split.second = greedy ? exit : body;
}
