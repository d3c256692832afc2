import './welcome.css';
// The file, not the folder's index: that one carries the issuing code, which lives in the worker.
import { exampleList } from '../../../core/examples/example-list.ts';
import type { Example } from '../../../core/examples/index.ts';
import { openExample, studio } from '../../../state/index.ts';
import { reportFault, reportIntake } from '../intake/intake-report.ts';
import { MiniHop } from '../../../views/index.ts';

const setups = exampleList.filter((one) => one.brokenTwinOf === undefined);
const twins = exampleList.filter((one) => one.brokenTwinOf !== undefined);

function open(example: Example): void {
  studio.closeDialog();
  openExample(example).then(() => {
    reportIntake(null);
  }, reportFault);
}

/** The ready setups as cards, their broken twins as a list of plain names. */
export function ExampleGrid() {
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
                mutual={example.mutual}
                backend={example.id === 'kgateway-external' ? 'Backend' : 'Deployment'}
              />
              <h3>{example.title}</h3>
              <p>{example.description}</p>
            </button>
          </li>
        ))}
      </ul>
      <h3 className="twins-h">The first of them with one thing wrong</h3>
      <ul className="twins">
        {twins.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              title={example.expected}
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
  );
}
