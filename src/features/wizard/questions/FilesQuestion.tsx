import { useStudio, type SetupPlace } from '../../../state/index.ts';
import type { Setup } from '../model/use-setup.ts';
import { OptionCards } from '../parts/OptionCards.tsx';
import { Question } from '../parts/Question.tsx';

/** How the manifests are cut into files, and where they go. */
export function FilesQuestion(props: {
  setup: Setup;
  place: SetupPlace;
  /** Objects that the workspace has already. */
  taken: readonly string[];
  onPlace: (place: SetupPlace) => void;
}) {
  const { setup, place, taken, onPlace } = props;
  const { choices, answer } = setup;
  const name = useStudio((state) => state.workspace.name);
  const isFull = useStudio((state) => state.workspace.files.length > 0);
  return (
    <Question n={7} title="Files" setup={setup} fields={[]}>
      <OptionCards
        label="Files"
        value={choices.layout}
        options={[
          { value: 'several-files', title: 'Several files', note: 'Keys apart from all else' },
          { value: 'one-file', title: 'One file', note: 'Everything in setup.yaml' },
        ]}
        onChange={(layout, title) => {
          answer(title, { ...choices, layout });
        }}
      />
      {isFull ? (
        <div className="q-sub">
          <OptionCards
            label="Where the setup goes"
            value={place}
            options={[
              {
                value: 'new-workspace',
                title: 'In a new workspace',
                note: `Takes the place of ${name}. Undo brings it back.`,
              },
              { value: 'this-workspace', title: 'In this workspace', note: `Beside ${name}` },
            ]}
            onChange={onPlace}
          />
        </div>
      ) : null}
      {taken.length === 0 ? null : (
        <p className="q-note">
          The workspace has these objects already, and the new ones win: {taken.join(', ')}.
        </p>
      )}
    </Question>
  );
}
