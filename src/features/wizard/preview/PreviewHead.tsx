import type { SetupDraft } from '../../../core/authoring/index.ts';
import { Badge } from '../../../ui/index.ts';

/** What each gateway makes of the manifests, as it is for the whole workspace in the lens bar. */
export function PreviewHead({ draft, open }: { draft: SetupDraft; open: number }) {
  return (
    <div className="prev-h">
      <h2>Preview</h2>
      <span className="grow sub">
        {open > 0 ? 'Without what cannot be done: see the questions.' : null}
      </span>
      <ul aria-label="The same manifests on each gateway">
        {draft.implementations.map(({ implementation, name, verdict, headline }) => (
          <li key={implementation} title={headline}>
            <Badge shape={verdict} small>
              {name}
              <span className="vh">: {headline}</span>
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
