import { FileSearch } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Analysis, ObjectSummary } from '../../core/analysis/types.ts';
import { openFinding, revealObject } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { FindingRow, ObjectGlyph, ObjectMenu, verdictWords } from '../../views/index.ts';
import { MissingObject } from './MissingObject.tsx';
import { AssignmentSection } from './assign/AssignmentSection.tsx';
import { Chain } from './Chain.tsx';
import { InspectorFrame, Section } from './InspectorFrame.tsx';
import { References } from './References.tsx';

/** Not on the first screen: it comes when the first object is looked at. */
const ObjectFields = lazy(async () => ({
  default: (await import('./edit/ObjectFields.tsx')).ObjectFields,
}));

/** One object: what it says, what is wrong with it, its certificates and everything that names it or that it names. */
export function ObjectInspector({
  analysis,
  objectKey,
}: {
  analysis: Analysis;
  objectKey: string;
}) {
  const object = analysis.objects.find(({ key, shadowed }) => key === objectKey && !shadowed);
  if (object === undefined) return <MissingObject analysis={analysis} objectKey={objectKey} />;
  const connections = analysis.connections.filter((one) => isBackendOf(one, object));
  return (
    <InspectorFrame
      eyebrow={object.namespace === '' ? object.kind : `${object.kind} in ${object.namespace}`}
      title={object.name}
      glyph={<ObjectGlyph kind={object.kind} />}
      badge={object.mark === null ? null : { shape: object.mark, word: verdictWords[object.mark] }}
      actions={<ObjectMenu objectKey={object.key} name={object.name} exists />}
    >
      <Button
        size="sm"
        icon={FileSearch}
        onClick={() => {
          revealObject(object.key);
        }}
      >
        Show in YAML
      </Button>
      <Facts object={object} />
      <Findings analysis={analysis} object={object} />
      {connections[0] === undefined ? null : <AssignmentSection connection={connections[0]} />}
      {object.certificateIds.length === 0 ? null : (
        <Section title="Certificates" count={object.certificateIds.length}>
          <Chain analysis={analysis} ids={object.certificateIds} />
        </Section>
      )}
      <References analysis={analysis} objectId={object.id} objectKey={object.key} />
      <Suspense fallback={null}>
        <ObjectFields
          key={object.key}
          analysis={analysis}
          objectKey={object.key}
          objectId={object.id}
        />
      </Suspense>
    </InspectorFrame>
  );
}

function isBackendOf(one: Analysis['connections'][number], { key }: ObjectSummary): boolean {
  return one.assignmentTarget === key || one.connection.backend.target.key === key;
}

function Facts({ object }: { object: ObjectSummary }) {
  if (object.facts.length === 0) return null;
  return (
    <dl className="kv l">
      {object.facts.map(({ label, value, path }) => (
        <div key={`${label} ${path.join('.')}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Findings({ analysis, object }: { analysis: Analysis; object: ObjectSummary }) {
  const own = analysis.findings.filter(
    ({ subject }) => subject.kind === 'object' && subject.objectId === object.id,
  );
  if (own.length === 0) return null;
  return (
    <Section title="Problems" count={own.length}>
      {own.map((finding) => (
        <FindingRow
          key={finding.id}
          finding={finding}
          onOpen={() => {
            openFinding(finding);
          }}
        />
      ))}
    </Section>
  );
}
