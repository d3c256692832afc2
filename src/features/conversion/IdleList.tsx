import type { IdleObject } from '../../core/conversion/index.ts';

/** Objects that do nothing under the target, and whether they stay. */
export function IdleList({ idle, source }: { idle: readonly IdleObject[]; source: string }) {
  if (idle.length === 0) return null;
  return (
    <section aria-label="Does nothing any more">
      <h3>
        Does nothing any more <span className="count">{idle.length}</span>
      </h3>
      <p className="hint">Only {source} reads them, and only its installation has their kinds.</p>
      <ul className="cv-list">
        {idle.map(({ objectKey, object, removed }) => (
          <li key={objectKey}>
            {object} <span className="mut">{removed ? 'is taken out' : 'stays'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
