import type { DroppedFile, DropSummary } from '../../../core/workspace/index.ts';
import { addFiles } from '../../../state/index.ts';
import { reportFault, reportIntake, type IntakeReport } from './intake-report.ts';

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
    const summary = await addFiles(files, `${verb} ${what}`);
    reportIntake(nothingNew(summary));
  } catch (fault) {
    reportFault(fault);
  }
}

/** A drop that changes nothing must not look like one that failed. */
function nothingNew(summary: readonly DropSummary[]): IntakeReport | null {
  if (summary.length === 0 || summary.some((one) => one.became !== 'already-here')) return null;
  const [first] = summary;
  const what = summary.length === 1 ? (first?.path ?? '') : `All ${String(summary.length)} files`;
  const verb = summary.length === 1 ? 'is' : 'are';
  return { fault: false, text: `${what} ${verb} already here with the same content.` };
}
