import './export.css';
import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import type { ExportChoice } from '../../core/export/index.ts';
import { studio, useAnalysis, useStudio } from '../../state/index.ts';
import { Button, Dialog, downloadBytes, SegmentedControl, useCopy } from '../../ui/index.ts';
import { Commands } from './Commands.tsx';
import { FileList } from './FileList.tsx';
import { KeyChoice } from './KeyChoice.tsx';
import { usePreparedExport } from './use-prepared-export.ts';
import { ValidationList } from './ValidationList.tsx';

const FIRST_CHOICE: ExportChoice = { format: 'files', order: 'editor', keys: 'leave-out' };

const COPY_WORDS = { ready: 'Copy YAML', copied: 'Copied', refused: 'The browser refused to copy' };

/** What was validated, what will be downloaded, and whether private keys go along: chosen anew each time. */
export function ExportDialog() {
  const open = useStudio((state) => state.view.dialog === 'export');
  return open ? <OpenDialog /> : null;
}

function OpenDialog() {
  const [choice, setChoice] = useState<ExportChoice>(FIRST_CHOICE);
  const analysis = useAnalysis((state) => state.analysis);
  const prepared = usePreparedExport(choice);
  const change = (part: Partial<ExportChoice>) => {
    setChoice({ ...choice, ...part });
  };
  const { state, copy } = useCopy();
  const yaml = prepared === null ? null : joinedText(prepared.files);
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="Export setup"
      width={920}
      footer={
        <>
          <Button
            icon={state === 'copied' ? Check : Copy}
            inactive={yaml === null}
            aria-live="polite"
            onClick={() => {
              if (yaml !== null) copy(yaml);
            }}
          >
            {COPY_WORDS[state]}
          </Button>
          <Button
            variant="primary"
            icon={Download}
            inactive={prepared === null}
            onClick={() => {
              if (prepared === null) return;
              downloadBytes(prepared.download);
              studio.markSaved();
            }}
          >
            {prepared?.download.mediaType === 'application/yaml' ? 'Download YAML' : 'Download zip'}
          </Button>
        </>
      }
    >
      <div className="ex-cols">
        <div className="ex-left">
          {analysis === null ? null : <ValidationList analysis={analysis} />}
          <FormatChoice choice={choice} onChange={change} />
          <KeyChoice
            value={choice.keys}
            onChange={(keys) => {
              change({ keys });
            }}
          />
        </div>
        <div className="ex-right">
          <FileList prepared={prepared} />
          <Commands prepared={prepared} choice={choice} />
        </div>
      </div>
    </Dialog>
  );
}

function FormatChoice(props: {
  choice: ExportChoice;
  onChange: (part: Partial<ExportChoice>) => void;
}) {
  const { choice, onChange } = props;
  return (
    <>
      <h3>Format</h3>
      <SegmentedControl
        label="Format"
        value={choice.format}
        segments={[
          { value: 'one-file', label: 'One YAML file' },
          { value: 'files', label: 'Zip of files' },
        ]}
        onChange={(format) => {
          onChange({ format });
        }}
      />
      <h3>Order</h3>
      <SegmentedControl
        label="Order of the documents"
        value={choice.order}
        segments={[
          { value: 'editor', label: 'As in the editor' },
          { value: 'apply', label: 'Apply order' },
        ]}
        onChange={(order) => {
          onChange({ order });
        }}
      />
    </>
  );
}

function joinedText(files: readonly { path: string; bytes: Uint8Array }[]): string {
  const decoder = new TextDecoder();
  return files
    .filter(({ path }) => /\.(ya?ml|json)$/.test(path) && !path.endsWith('studio.json'))
    .map(({ bytes }) => decoder.decode(bytes))
    .join('---\n');
}
