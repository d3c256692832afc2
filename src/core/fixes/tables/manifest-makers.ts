import type { ManifestFindingCode } from '../../manifest/index.ts';
import type { WorkspaceFindingCode } from '../../workspace/index.ts';
import { addApiVersion } from '../makers/add-api-version.ts';
import { removeByteOrderMark } from '../makers/remove-byte-order-mark.ts';
import { removeCarriageReturns } from '../makers/remove-carriage-returns.ts';
import { removeEarlierKey } from '../makers/remove-earlier-key.ts';
import { replaceTabs } from '../makers/replace-tabs.ts';
import { restoreExpandedHeredoc } from '../makers/restore-expanded-heredoc.ts';
import { rewriteAt } from '../makers/rewrite-at.ts';
import { startNewDocument } from '../makers/start-new-document.ts';
import type { FixMaker } from '../types.ts';

const quoted = (written: string): string => JSON.stringify(written);

/** Repairs of how a file is written. */
export const manifestMakers = {
  'MANIFEST-AFTER-END': startNewDocument,
  'MANIFEST-ALIAS-UNRESOLVED': rewriteAt(quoted, (written) => `Quote ${written}`, {
    effect: 'A * at the beginning then stands for itself.',
  }),
  'MANIFEST-BYTE-ORDER-MARK': removeByteOrderMark,
  'MANIFEST-CRLF': removeCarriageReturns,
  'MANIFEST-DUPLICATE-KEY': removeEarlierKey,
  'MANIFEST-GENERATE-NAME': rewriteAt(
    (written) =>
      /^generateName:\s*["']?([^\s"']*[^\s"'-])/.exec(written)?.[1] === undefined
        ? undefined
        : written.replace(/^generateName(:\s*["']?[^\s"']*[^\s"'-])-*/, 'name$1'),
    (_, { object = 'the object' }) => `Write name in place of generateName in ${object}`,
  ),
  'MANIFEST-NAMESPACE-MISMATCH': rewriteAt(
    (_, { wanted }) => wanted,
    (_, { object = 'the object', wanted = '' }) => `Set the namespace of ${object} to ${wanted}`,
  ),
  'MANIFEST-NO-API-VERSION': addApiVersion,
  'MANIFEST-NOT-JSON': rewriteAt(quoted, (written) => `Quote ${written}`),
  'MANIFEST-TAB-INDENT': replaceTabs,
  'WORKSPACE-HEREDOC-EXPANDED': restoreExpandedHeredoc,
} satisfies Partial<Record<ManifestFindingCode | WorkspaceFindingCode, FixMaker>>;
