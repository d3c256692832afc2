import './conversion.css';
import { ArrowRightLeft, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  askConversion,
  applyConversion,
  exportConversion,
  studio,
  useStudio,
} from '../../state/index.ts';
import { Button, Dialog, downloadBytes } from '../../ui/index.ts';
import { failureText, implementationNames, useAsked, Waiting } from '../../views/index.ts';
import { ConversionChoices } from './ConversionChoices.tsx';
import { ConversionReport } from './ConversionReport.tsx';
import { useConversionChoice } from './use-conversion-choice.ts';

/** Another gateway for the same setup: what maps, what cannot be said, what the verdict becomes, and the text that changes. */
export function ConversionDialog() {
  const workspace = useStudio((state) => state.workspace);
  const [fault, setFault] = useState<string | null>(null);
  const { request, sources, change } = useConversionChoice();
  const question = useMemo(
    () => (request === null ? null : { workspace, request }),
    [workspace, request],
  );
  const asked = useAsked(question, askConversion);
  const { answer } = asked;
  const isReady = answer !== null && answer.diffs.length > 0;
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="Convert the setup"
      description="Your text is edited where it has to be: comments and all else stay."
      width={920}
      footer={
        <>
          <Button
            icon={Download}
            inactive={!isReady}
            onClick={() => {
              if (question === null || answer === null) return;
              exportConversion(question, answer).then(
                ({ download }) => {
                  downloadBytes(download);
                },
                (reason: unknown) => {
                  setFault(failureText(reason));
                },
              );
            }}
          >
            Download without keys
          </Button>
          <Button
            variant="primary"
            icon={ArrowRightLeft}
            inactive={!isReady}
            onClick={() => {
              if (answer === null) return;
              applyConversion(answer);
              studio.closeDialog();
            }}
          >
            {request === null ? 'Convert' : `Convert to ${implementationNames[request.to]}`}
          </Button>
        </>
      }
    >
      {request === null ? (
        <p className="hint">The files name no Gateway whose implementation is known.</p>
      ) : (
        <ConversionChoices request={request} sources={sources} onChange={change} />
      )}
      {fault === null ? null : (
        <p className="hint bad" role="status">
          {fault}
        </p>
      )}
      {answer !== null ? (
        <ConversionReport answer={answer} />
      ) : request === null ? null : (
        <Waiting asked={asked} label="Converting, and judging before and after" />
      )}
    </Dialog>
  );
}
