import type { Analysis } from '../../core/analysis/types.ts';
import { studio, useStudio } from '../../state/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { InspectorFrame, Section } from './InspectorFrame.tsx';
import { ObjectLink } from './ObjectLink.tsx';

/** A file with its objects, or a guide as it was dropped with what was taken out of it. */
export function FileInspector({ analysis, fileId }: { analysis: Analysis; fileId: string }) {
  const files = useStudio((state) => state.workspace.files);
  const guides = useStudio((state) => state.workspace.guides);
  const file = files.find(({ id }) => id === fileId);
  const guide = guides.find(({ id }) => id === (file?.origin?.guideId ?? fileId));
  const subject = file ?? guide;
  if (subject === undefined)
    return <EmptyState title="This file is gone">It was removed.</EmptyState>;
  const carved = files.filter(
    ({ origin }) => origin?.guideId === guide?.id && origin !== undefined,
  );
  const objects = analysis.objects.filter(({ at }) => at.fileId === fileId);
  return (
    <InspectorFrame eyebrow={file === undefined ? 'Guide, read only' : 'File'} title={subject.path}>
      {objects.length === 0 ? null : (
        <Section title="Objects" count={objects.length}>
          {objects.map((object) => (
            <ObjectLink key={object.id} object={object} />
          ))}
        </Section>
      )}
      {file === undefined ? (
        <Section title="Taken out of it" count={carved.length}>
          {carved.map((one) => (
            <button
              key={one.id}
              type="button"
              className="obj-link"
              onClick={() => {
                studio.reveal(one.id, { start: 0, end: 0 });
              }}
            >
              <span className="trunc">{one.path}</span>
            </button>
          ))}
        </Section>
      ) : null}
      {guide === undefined ? null : (
        <Section title={file === undefined ? 'Text' : `From ${guide.path}`}>
          <div
            className="guide-text"
            role="region"
            tabIndex={0}
            aria-label={`Text of ${guide.path}`}
          >
            {file?.origin === undefined
              ? guide.text
              : guide.text.slice(file.origin.range.start, file.origin.range.end)}
          </div>
        </Section>
      )}
    </InspectorFrame>
  );
}
