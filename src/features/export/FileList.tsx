import type { PreparedExport } from '../../core/export/index.ts';
import { count } from '../../views/index.ts';

/** The files of the download with what is in them, and what the keys kept out. */
export function FileList({ prepared }: { prepared: PreparedExport | null }) {
  if (prepared === null) return <p className="note">Preparing the files…</p>;
  const { files, leftOut } = prepared;
  const size = files.reduce((total, { bytes }) => total + bytes.length, 0);
  return (
    <section aria-label="Files">
      <h3>
        Files <span className="count">{files.length}</span>
        <span className="grow" />
        <span className="fig">{kilobytes(size)}</span>
      </h3>
      <ul className="ex-list files">
        {files.map(({ path, kinds, bytes }) => (
          <li key={path}>
            <span className="mono trunc" title={path}>
              {path}
            </span>
            <span className="fig trunc" title={kinds.join(', ')}>
              {kinds.length === 0 ? kilobytes(bytes.length) : kinds.join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {leftOut.length === 0 ? null : (
        <p className="note">
          {count(leftOut.length, 'object')} left out for a private key: {leftOut.join(', ')}.
        </p>
      )}
    </section>
  );
}

function kilobytes(bytes: number): string {
  return bytes < 1000 ? `${String(bytes)} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
