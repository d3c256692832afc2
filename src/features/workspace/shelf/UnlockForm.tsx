import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { Blob } from '../../../core/model/index.ts';
import { unlock } from '../../../state/index.ts';
import { Button, TextField } from '../../../ui/index.ts';

/** Asks for the password where the file stands. It is used once, in this page, and not kept. */
export function UnlockForm(props: { blob: Blob; onLeave: () => void; onUnlocked: () => void }) {
  const { blob, onLeave, onUnlocked } = props;
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // The user has just asked for this field.
  useEffect(() => {
    input.current?.focus();
  }, []);

  const attempt = async () => {
    setBusy(true);
    try {
      const outcome = await unlock(blob, password);
      if (outcome.ok) {
        onUnlocked();
        return;
      }
      setProblem(outcome.message);
      input.current?.select();
    } catch (fault) {
      setProblem(fault instanceof Error ? fault.message : String(fault));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) void attempt();
  };
  return (
    <form className="unlock" onSubmit={onSubmit}>
      <TextField
        ref={input}
        label={`Password of ${blob.path}`}
        labelHidden
        type="password"
        autoComplete="off"
        placeholder="Password"
        value={password}
        problem={problem}
        onChange={(event) => {
          setPassword(event.target.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onLeave();
        }}
      />
      <div className="a">
        <Button size="sm" type="submit" inactive={busy}>
          {busy ? 'Unlocking' : 'Unlock'}
        </Button>
        <Button size="sm" variant="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
