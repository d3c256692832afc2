import './lists.css';
import { X } from 'lucide-react';
import { studio, useStudio } from '../../../state/index.ts';
import { IconButton } from '../../../ui/index.ts';

/** What was dropped and not taken in, each with its reason. Dismissing is a step that can be undone. */
export function SetAsideList() {
  const items = useStudio((state) => state.workspace.setAside);
  if (items.length === 0) return null;
  return (
    <section className="aside-l" aria-label="Set aside">
      <h3 className="side-h">
        Set aside <span className="count">{items.length}</span>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <div className="grow">
              <div className="trunc strong" title={item.path}>
                {item.path}
              </div>
              <p className="why">{item.reason}</p>
            </div>
            <IconButton
              icon={X}
              size="sm"
              label={`Dismiss ${item.path}`}
              onClick={() => {
                const label = `Dismiss ${item.path}`;
                studio.update({ type: 'dismiss-set-aside', label, id: item.id });
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
