import './welcome.css';
import { openExample, studio, type ExampleSummary } from '../../../state/index.ts';
import { reportFault, reportIntake } from '../intake/intakeReport.ts';
import { MiniHop } from './MiniHop.tsx';
import { useExamples } from './useExamples.ts';

function open(example: ExampleSummary): void {
  studio.closeDialog();
  openExample(example).then(() => {
    reportIntake(null);
  }, reportFault);
}

/** The ready setups as cards, their broken twins as a list of plain names. */
export function ExampleGrid() {
  const examples = useExamples();
  if (examples === null) return <p className="sub">The examples are being listed.</p>;
  const setups = examples.filter((one) => one.brokenTwinOf === undefined);
  const twins = examples.filter((one) => one.brokenTwinOf !== undefined);
  return (
    <>
      <ul className="guides">
        {setups.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              className="guide"
              onClick={() => {
                open(example);
              }}
            >
              <MiniHop
                mutual={/mutual/i.test(example.title)}
                backend={/external/i.test(example.title) ? 'Backend' : 'Deployment'}
              />
              <h3>{example.title}</h3>
              <p>{example.description}</p>
            </button>
          </li>
        ))}
      </ul>
      {twins.length === 0 ? null : (
        <>
          <h3 className="twins-h">The same with one thing wrong</h3>
          <ul className="twins">
            {twins.map((example) => (
              <li key={example.id}>
                <button
                  type="button"
                  onClick={() => {
                    open(example);
                  }}
                >
                  <b className="mono">{example.id}</b>
                  <span>{example.description}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
