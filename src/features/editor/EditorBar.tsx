import type { ObjectSummary } from '../../core/analysis/types.ts';
import type { Guide, WorkspaceFile } from '../../core/model/index.ts';
import { Select, Tag } from '../../ui/index.ts';
import { ObjectGlyph } from '../../views/index.ts';
import type { EditorFile } from './shown-file.ts';

/** Which file is shown, and which of its objects the cursor is in. */
export function EditorBar(props: {
  file: EditorFile;
  files: readonly WorkspaceFile[];
  guides: readonly Guide[];
  object: ObjectSummary | null;
  onChoose: (fileId: string) => void;
}) {
  const { file, files, guides, object, onChoose } = props;
  const options = [
    ...files.map(({ id, path }) => ({ value: id, label: path })),
    ...guides.map(({ id, path }) => ({ value: id, label: `${path} (guide)` })),
  ];
  return (
    <div className="ed-bar">
      <Select label="File" value={file.id} options={options} onChange={onChoose} size="sm" />
      {file.readOnly ? <Tag>Read only</Tag> : null}
      {object === null ? null : (
        <span className="ed-crumb">
          <ObjectGlyph kind={object.kind} />
          <span className="trunc">
            {object.kind} {object.name}
          </span>
        </span>
      )}
    </div>
  );
}
