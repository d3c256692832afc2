import type { EditEffect } from '../../core/edits/index.ts';
import { VerdictShape } from '../../ui/index.ts';
import { effectOrder, effectWords } from './effect-words.ts';

/** What an edit does beside what was asked for, the worst first. */
export function Effects({ effects, none }: { effects: readonly EditEffect[]; none: string }) {
  if (effects.length === 0) return <p className="hint">{none}</p>;
  return (
    <div className="effects" role="group" aria-label="What else happens">
      {effectOrder.map((kind) => (
        <EffectList key={kind} kind={kind} effects={effects.filter((one) => one.kind === kind)} />
      ))}
    </div>
  );
}

function EffectList({
  kind,
  effects,
}: {
  kind: EditEffect['kind'];
  effects: readonly EditEffect[];
}) {
  if (effects.length === 0) return null;
  const { title, shape } = effectWords[kind];
  return (
    <section>
      <h3 className="sec-h">
        <VerdictShape shape={shape} size="s" /> {title}{' '}
        <span className="count">{effects.length}</span>
      </h3>
      <ul>
        {effects.map(({ objectKey, object, field, reason }) => (
          <li key={`${objectKey} ${field}`}>
            {object}
            {field === '' ? null : <span className="mono fld"> {field}</span>}
            {reason === '' ? null : <span className="mut">: {reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
