import { studio, useAnalysis, useStudio } from '../../state/index.ts';
import { Button, VerdictShape } from '../../ui/index.ts';
import { implementationNames } from '../../views/index.ts';

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
