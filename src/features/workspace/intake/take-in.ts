import type { DroppedFile, DropSummary } from '../../../core/workspace/index.ts';
import type { Taker } from '../../../core/analysis/index.ts';
import { addFiles, addFilesOnto } from '../../../state/index.ts';
import { reportFault, reportIntake, type IntakeReport } from './intake-report.ts';

/**
 * Reads files into the workspace as one history entry; `onto` is the object they were dropped on, and takes them. Says so
 * when nothing could be read or placed; a cancelled reading says nothing.
 */
export async function takeIn(
  reading: Promise<readonly DroppedFile[]>,
  verb: 'Drop' | 'Open' | 'Paste',
  onto: Taker | null = null,
): Promise<void> {
  try {
    const files = await reading;
    const [first] = files;
    if (first === undefined) return;
    if (onto !== null) {
      reportIntake(await dropOnto(files, onto));
      return;
    }
    const what = files.length === 1 ? first.path : `${String(files.length)} files`;
    const summary = await addFiles(files, `${verb} ${what}`);
    reportIntake(nothingNew(summary));
  } catch (fault) {
    reportFault(fault);
  }
}

/** The words come with the first such drop. */
async function dropOnto(files: readonly DroppedFile[], onto: Taker): Promise<IntakeReport | null> {
  const { left } = await addFilesOnto(files, onto);
  if (left.length === 0) return null;
  const { notPlacedText } = await import('./not-placed-text.ts');
  return { fault: false, text: notPlacedText(left, onto.target) };
}

/** A drop that changes nothing must not look like one that failed. */
function nothingNew(summary: readonly DropSummary[]): IntakeReport | null {
  if (summary.length === 0 || summary.some((one) => one.became !== 'already-here')) return null;
  const [first] = summary;
  const what = summary.length === 1 ? (first?.path ?? '') : `All ${String(summary.length)} files`;
  const verb = summary.length === 1 ? 'is' : 'are';
  return { fault: false, text: `${what} ${verb} already here with the same content.` };
}
