import { addFiles, type DroppedFile } from '../../../state/index.ts';
import { reportIntake } from './intakeReport.ts';

/**
 * Reads files into the workspace as one history entry. Says so when nothing could be read; a cancelled
 * reading says nothing.
 */
export async function takeIn(
  reading: Promise<readonly DroppedFile[]>,
  verb: 'Drop' | 'Open' | 'Paste',
): Promise<void> {
  try {
    const files = await reading;
    const [first] = files;
    if (first === undefined) return;
    const what = files.length === 1 ? first.path : `${String(files.length)} files`;
    await addFiles(files, `${verb} ${what}`);
    reportIntake(null);
  } catch (fault) {
    reportIntake(fault instanceof Error ? fault.message : String(fault));
  }
}
