import { Button } from '../../ui/index.ts';

/** The button that issues; while it works, what it does and how to end it. */
export function FormFooter(props: {
  label: string;
  blocked: boolean;
  working: { readonly label: string; readonly cancel: () => void } | null;
}) {
  const { label, blocked, working } = props;
  return (
    <div className="ct-foot">
      {working === null ? null : (
        <>
          <progress aria-label={working.label} />
          <span className="grow" role="status">
            {working.label}
          </span>
          <Button onClick={working.cancel}>Cancel</Button>
        </>
      )}
      {working === null ? (
        <Button variant="primary" type="submit" inactive={blocked}>
          {label}
        </Button>
      ) : null}
    </div>
  );
}
