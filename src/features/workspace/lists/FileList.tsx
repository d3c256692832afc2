import './lists.css';
import { BookOpen, ChevronRight, FileCode, X } from 'lucide-react';
import type { Guide, WorkspaceFile } from '../../../core/model/index.ts';
import { studio, useStudio } from '../../../state/index.ts';
import { Icon, IconButton, MiddleEllipsis } from '../../../ui/index.ts';
import { count } from '../../../views/index.ts';

/** The texts behind the tree: every file can be read and removed; a guide stays as the origin of its parts. */
export function FileList() {
  const files = useStudio((state) => state.workspace.files);
  const guides = useStudio((state) => state.workspace.guides);
  if (files.length + guides.length === 0) return null;
  return (
    <details className="aside-l files">
      <summary className="side-h">
        <Icon of={ChevronRight} size="xs" />
        Files <span className="count">{files.length}</span>
      </summary>
      <ul>
        {files.map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
        {guides.map((guide) => (
          <GuideRow
            key={guide.id}
            guide={guide}
            parts={files.filter((file) => file.origin?.guideId === guide.id).length}
          />
        ))}
      </ul>
    </details>
  );
}

function FileRow({ file }: { file: WorkspaceFile }) {
  return (
    <li>
      <Icon of={FileCode} />
      <button
        type="button"
        className="grow"
        aria-label={file.path}
        onClick={() => {
          studio.reveal(file.id, { start: 0, end: 0 });
        }}
      >
        <MiddleEllipsis text={file.path} tail={20} />
      </button>
      <IconButton
        icon={X}
        size="sm"
        label={`Remove ${file.path}`}
        onClick={() => {
          const label = `Remove ${file.path}`;
          studio.update({ type: 'remove-file', label, fileId: file.id });
        }}
      />
    </li>
  );
}

/** Read-only: the guide as it was dropped. */
function GuideRow({ guide, parts }: { guide: Guide; parts: number }) {
  return (
    <li>
      <Icon of={BookOpen} />
      <button
        type="button"
        className="grow"
        onClick={() => {
          studio.reveal(guide.id, { start: 0, end: 0 });
        }}
      >
        <span className="trunc" style={{ display: 'block' }} title={guide.path}>
          {guide.path}
        </span>
        <span className="why">Guide, read-only. Origin of {count(parts, 'file')}.</span>
      </button>
    </li>
  );
}
