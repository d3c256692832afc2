/** Whether private keys are kept on the device too, with what that means in plain words. */
export function KeepKeys(props: { value: boolean; onChange: (on: boolean) => void }) {
  const { value, onChange } = props;
  return (
    <fieldset className="keep-keys">
      <legend>On this device</legend>
      <label>
        <input
          type="checkbox"
          checked={value}
          aria-describedby="keep-keys-note"
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        Keep private keys too, encrypted
      </label>
      <p className="hint" id="keep-keys-note">
        {value
          ? 'They are encrypted with a key that this browser can use and nobody can copy out of it. Whoever uses this browser profile can open the workspaces with their keys. Turning this off erases the keys from the device.'
          : 'Workspaces are kept without private keys: after a reload, drop the files that hold them again.'}
      </p>
    </fieldset>
  );
}
