import './certificates.css';
import { studio, useAnalysis, useStudio } from '../../state/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { useHeldPairs } from '../../views/renewal/use-held-pairs.ts';
import { IssueForm } from './IssueForm.tsx';
import { RenewForm } from './RenewForm.tsx';
import { Results } from './Results.tsx';
import { useIssuing } from './use-issuing.ts';

/** Issues a certificate, or one again: the form, the work under way, and what came out of it. */
export function CertificateDialog() {
  const renewal = useStudio((state) => state.view.renewal);
  const old = useAnalysis(
    ({ analysis }) => analysis?.certificates.find(({ id }) => id === renewal) ?? null,
  );
  const into = useStudio(({ view: { objectTask } }) =>
    objectTask?.do === 'issue' ? objectTask.objectKey : null,
  );
  const { state, issue } = useIssuing();
  const pairs = useHeldPairs();
  const title =
    old === null
      ? into === null
        ? 'Issue a certificate'
        : titleFor(into)
      : `Issue ${old.title} again`;
  if (state.phase === 'done')
    return (
      <Dialog
        open
        onClose={studio.closeDialog}
        title="Issued"
        description="The files lie on the shelf. Private keys stay in this page's memory: they are gone after a reload."
        width={640}
        footer={
          <Button variant="primary" onClick={studio.closeDialog}>
            Done
          </Button>
        }
      >
        <Results items={state.items} into={into} />
      </Dialog>
    );
  const working = state.phase === 'working' ? state : null;
  const form = { pairs: pairs ?? [], working, onIssue: issue };
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title={title}
      description={
        old === null
          ? 'Made in this page; nothing leaves it.'
          : 'Names and extensions stay as they are. Serial number, dates and signature are new.'
      }
      width={640}
    >
      {state.phase === 'form' && state.fault !== null ? (
        <p className="ct-fault" role="alert">
          Not issued: {state.fault}.
        </p>
      ) : null}
      {old === null ? (
        <IssueForm key={pairs === null ? 'reading' : 'ready'} {...form} into={into} />
      ) : (
        <RenewForm key={pairs === null ? 'reading' : 'ready'} {...form} old={old} />
      )}
    </Dialog>
  );
}

function titleFor(objectKey: string): string {
  const [, kind = '', , name = ''] = objectKey.split('/');
  return `Issue a certificate into ${kind} ${name}`;
}
