import { studio } from '../state/index.ts';
import { readSetting, writeSetting } from './device-settings.ts';

/** Takes over the shortcut setting of this device and keeps it; the result ends it. */
export function startDeviceSettings(): () => void {
  if (readSetting('letter-keys') === 'off') studio.setLetterKeys(false);
  return studio.store.subscribe((state, before) => {
    if (state.view.letterKeys === before.view.letterKeys) return;
    writeSetting('letter-keys', state.view.letterKeys ? 'on' : 'off');
  });
}
