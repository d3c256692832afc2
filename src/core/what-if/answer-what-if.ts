import type { ConnectionEnds } from '../analysis/index.ts';
import { asOf } from './as-of.ts';
import { compareStates } from './compare/compare-states.ts';
import { forecast } from './dates/forecast.ts';
import { applyFault } from './faults/apply-fault.ts';
import { faultMenu } from './faults/fault-menu.ts';
import type { AskedConnection, WhatIfAnswer, WhatIfQuestion } from './questions.ts';
import { rehearseRotation } from './rotation/rehearse-rotation.ts';
import type { WhatIfContext } from './types.ts';

/**
 * Answers one question. Every workspace in it is only read.
 *
 * @throws (rejects) what `checkpoint` does
 */
export async function answerWhatIf(
  question: WhatIfQuestion,
  context: WhatIfContext,
): Promise<WhatIfAnswer> {
  switch (question.kind) {
    case 'forecast':
      return { kind: 'forecast', forecast: await forecast(question.workspace, context) };
    case 'comparison': {
      const { before, after } = question;
      return { kind: 'comparison', comparison: await compareStates(before, after, context) };
    }
    case 'fault-menu':
      return aboutConnection(question, context, (ends) =>
        Promise.resolve({ kind: 'fault-menu', offers: faultMenu(ends) }),
      );
    case 'fault':
      return aboutConnection(question, context, async (ends) => {
        const { workspace, fault } = question;
        const request = { workspace, ends, at: asOf(workspace, context), crypto: context.crypto };
        return { kind: 'fault', variant: await applyFault(fault, request) };
      });
    case 'rotation':
      return aboutConnection(question, context, async (ends) => {
        const { side, workspace } = question;
        return {
          kind: 'rotation',
          rotation: await rehearseRotation(side, workspace, ends, context),
        };
      });
    default:
      return question satisfies never;
  }
}

async function aboutConnection(
  { workspace, lens, connectionId }: AskedConnection,
  { analyze, crypto }: WhatIfContext,
  answer: (ends: ConnectionEnds) => Promise<WhatIfAnswer>,
): Promise<WhatIfAnswer> {
  const all = await analyze.ends(workspace, { crypto, ...(lens === null ? {} : { lens }) });
  const ends = all.find(({ connection }) => connection.id === connectionId);
  return ends === undefined ? { kind: 'no-connection' } : answer(ends);
}
