import './inspector.css';
import { useAnalysis, useStudio } from '../../state/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { BlobInspector } from './BlobInspector.tsx';
import { CertificateInspector } from './CertificateInspector.tsx';
import { FileInspector } from './FileInspector.tsx';
import { FindingInspector } from './FindingInspector.tsx';
import { HopInspector } from './HopInspector.tsx';
import { ObjectInspector } from './ObjectInspector.tsx';
import { StepInspector } from './StepInspector.tsx';

/** The one place to look: shows whatever is selected, with its evidence and what to do about it. */
export function Inspector() {
  const selection = useStudio((state) => state.view.selection);
  const analysis = useAnalysis((state) => state.analysis);
  if (analysis === null) return <NothingSelected />;
  switch (selection.kind) {
    case 'none':
      return <NothingSelected />;
    case 'object':
      return <ObjectInspector analysis={analysis} objectKey={selection.objectKey} />;
    case 'certificate':
      return <CertificateInspector analysis={analysis} certificateId={selection.certificateId} />;
    case 'hop':
      return <HopInspector analysis={analysis} hopId={selection.hopId} />;
    case 'step':
      return <StepInspector analysis={analysis} {...selection} />;
    case 'finding':
      return <FindingInspector analysis={analysis} findingId={selection.findingId} />;
    case 'blob':
      return <BlobInspector analysis={analysis} blobId={selection.blobId} />;
    case 'file':
      return <FileInspector analysis={analysis} fileId={selection.fileId} />;
    default:
      return selection satisfies never;
  }
}

function NothingSelected() {
  return (
    <EmptyState title="Nothing selected">
      Choose an object, a step or a problem to see its evidence here.
    </EmptyState>
  );
}
