import type { Analysis } from '../../core/analysis/types.ts';
import type { Reference } from '../../core/gateway-api/types.ts';
import { studio } from '../../state/index.ts';
import { VerdictShape } from '../../ui/index.ts';
import { fieldPathText, ObjectGlyph } from '../../views/index.ts';
import { Section } from './InspectorFrame.tsx';
import { objectOf } from './object-of.ts';
import { ObjectLink } from './ObjectLink.tsx';

/** What an object names and what names it, each with the field that says so. */
export function References(props: {
  analysis: Analysis;
  objectId: string | null;
  objectKey: string;
}) {
  const { analysis, objectId, objectKey } = props;
  const out = analysis.references.filter(({ from }) => from.objectId === objectId);
  const into = analysis.references.filter(({ target }) => target.key === objectKey);
  return (
    <>
      {out.length === 0 ? null : (
        <Section title="Refers to" count={out.length}>
          {out.map((reference) => (
            <Outgoing key={reference.id} analysis={analysis} reference={reference} />
          ))}
        </Section>
      )}
      {into.length === 0 ? null : (
        <Section title="Referred to by" count={into.length}>
          {into.map((reference) => (
            <Incoming key={reference.id} analysis={analysis} reference={reference} />
          ))}
        </Section>
      )}
    </>
  );
}

function Outgoing({ analysis, reference }: { analysis: Analysis; reference: Reference }) {
  const label = fieldPathText(reference.from.path);
  const { target, permission } = reference;
  const object = target.objectId === undefined ? undefined : objectOf(analysis, target.objectId);
  if (object === undefined) {
    return (
      <button
        type="button"
        className="obj-link"
        onClick={() => {
          studio.select({ kind: 'object', objectKey: target.key });
        }}
      >
        <ObjectGlyph kind={target.kind} />
        <span className="trunc">
          {target.name} <span className="mut">{target.kind}, not found</span>
        </span>
        <span className="mono fld">{label}</span>
      </button>
    );
  }
  return (
    <>
      <ObjectLink object={object} label={label} />
      {permission === 'denied' ? (
        <p className="note">
          <VerdictShape shape="error" size="s" /> No ReferenceGrant permits it.
        </p>
      ) : null}
    </>
  );
}

function Incoming({ analysis, reference }: { analysis: Analysis; reference: Reference }) {
  const object = objectOf(analysis, reference.from.objectId);
  return object === undefined ? null : (
    <ObjectLink object={object} label={fieldPathText(reference.from.path)} />
  );
}
