import type { ConversionAnswer } from '../../core/conversion/index.ts';
import { count, implementationNames } from '../../views/index.ts';
import { ConditionTable } from './ConditionTable.tsx';
import { FileDiffs } from './FileDiffs.tsx';
import { IdleList } from './IdleList.tsx';
import { LossList } from './LossList.tsx';
import { MappingTable } from './MappingTable.tsx';
import { OfferTable } from './OfferTable.tsx';
import { VerdictTable } from './VerdictTable.tsx';

/** Everything to know about a conversion before it is applied, the most important first. */
export function ConversionReport({ answer }: { answer: ConversionAnswer }) {
  const { request, verdicts, conditions, notExpressible, offers, mapped, idle, diffs } = answer;
  const target = implementationNames[request.to];
  return (
    <div className="cv-report">
      <p className="cv-lead" role="status">
        {count(mapped.length, 'setting')} {mapped.length === 1 ? 'carries' : 'carry'} over.{' '}
        {notExpressible.length === 0
          ? `Nothing is lost with ${target}.`
          : `${count(notExpressible.length, 'setting')} cannot be expressed with ${target}.`}
      </p>
      <VerdictTable verdicts={verdicts} request={request} />
      <ConditionTable conditions={conditions} request={request} />
      <LossList losses={notExpressible} target={target} />
      <OfferTable offers={offers} connections={verdicts.length} request={request} />
      <MappingTable mapped={mapped} />
      <IdleList idle={idle} source={implementationNames[request.from]} />
      <FileDiffs diffs={diffs} />
    </div>
  );
}
