import { studio, useAnalysis, useStudio } from '../../state/index.ts';
import { Button, VerdictShape } from '../../ui/index.ts';
import { implementationNames } from '../../views/index.ts';

/** Says that a variant is on show and not the documents, and leads back. */
export function VariantLine() {
  const simulation = useStudio((state) => state.view.simulation);
  if (simulation === null) return null;
  const { title, changed } = simulation;
  return (
    <div className="banner" role="status">
      <VerdictShape shape="note" size="s" />
      <span className="grow">
        Simulated: {title}. Your documents are unchanged.{' '}
        <span className="mut">{changed.join(' · ')}</span>
      </span>
      <Button
        size="sm"
        onClick={() => {
          studio.openWhatIf('comparison');
        }}
      >
        Compare
      </Button>
      <Button
        size="sm"
        onClick={() => {
          studio.simulate(null);
        }}
      >
        Back to your documents
      </Button>
    </div>
  );
}

/** Says that another gateway is simulated than the one that the files name, and leads back. */
export function SimulatedLine() {
  const lens = useStudio((state) => state.view.lens);
  const named = useAnalysis((state) =>
    (state.analysis?.implementations ?? [])
      .filter(({ gateways }) => gateways.length > 0)
      .map(({ name }) => name)
      .join(' and '),
  );
  if (lens === null) return null;
  const files = named === '' ? 'do not say which gateway runs them' : `name ${named}`;
  return (
    <div className="banner" role="status">
      <VerdictShape shape="note" size="s" />
      <span className="grow">
        Simulated on {implementationNames[lens]}. Your files {files}; they stay as they are.
      </span>
      {named === '' ? null : (
        <Button
          size="sm"
          onClick={() => {
            studio.openDialog('conversion');
          }}
        >
          Convert the setup to {implementationNames[lens]}
        </Button>
      )}
      <Button
        size="sm"
        onClick={() => {
          studio.setLens(null);
        }}
      >
        {named === '' ? 'End simulation' : `Back to ${named}`}
      </Button>
    </div>
  );
}
