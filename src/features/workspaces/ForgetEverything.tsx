import { count as counted } from '../../views/index.ts';

/** Says what is erased before it is. */
export function ForgetEverything({ id, count }: { id: string; count: number }) {
  return (
    <div id={id}>
      <p>This erases from this browser, for good:</p>
      <ul className="kept-forget">
        <li>{counted(count, 'workspace')}, the one on show included</li>
        <li>encrypted private keys and the key that opens them</li>
        <li>settings: theme, panel sizes, shortcuts</li>
      </ul>
      <p>
        The page then starts anew. Files on your disk stay as they are. A workspace that is open in
        another tab is kept again when it is changed there.
      </p>
    </div>
  );
}
