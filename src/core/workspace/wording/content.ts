import type { Wording } from '../../model/index.ts';

/** About what was dropped: told as findings, or as the reason why something was set aside. */
export type ContentCode =
  | 'WORKSPACE-ARCHIVE-BROKEN'
  | 'WORKSPACE-ARCHIVE-NESTED'
  | 'WORKSPACE-ARCHIVE-OTHER'
  | 'WORKSPACE-ARCHIVE-TOO-LARGE'
  | 'WORKSPACE-EMPTY'
  | 'WORKSPACE-ENCODING-LOSSY'
  | 'WORKSPACE-ENCODING-UTF16'
  | 'WORKSPACE-NO-MANIFEST'
  | 'WORKSPACE-NOT-KUBERNETES'
  | 'WORKSPACE-NOT-UNDERSTOOD'
  | 'WORKSPACE-SIDECAR-BROKEN'
  | 'WORKSPACE-SIDECAR-PARTLY'
  | 'WORKSPACE-SKIPPED-FOLDER'
  | 'WORKSPACE-TOO-LARGE'
  | 'WORKSPACE-TOO-MANY-DOCUMENTS'
  | 'WORKSPACE-TOO-MANY-FILES'
  | 'WORKSPACE-WEB-PAGE';

const OURS = 'A bound of this program';
const file = (p: Readonly<Record<string, string>>): string => p.path ?? 'The file';

/** Wording of what was dropped: `detail` is also the reason in the list of what was set aside. */
export const contentWording: Record<ContentCode, Wording> = {
  'WORKSPACE-ARCHIVE-BROKEN': {
    title: (p) => `${file(p)} cannot be unpacked`,
    detail: (p) =>
      `${file(p)} begins as a zip archive, but ${p.why ?? 'its directory cannot be read'}.`,
    action: () => 'Unpack it yourself and drop the folder.',
    source: 'PKWARE APPNOTE 6.3.10',
  },
  'WORKSPACE-ARCHIVE-NESTED': {
    title: (p) => `${file(p)} is an archive inside an archive`,
    detail: (p) => `${file(p)} was not unpacked: archives are read one level deep.`,
    action: () => 'Unpack it and drop its contents.',
    source: OURS,
  },
  'WORKSPACE-ARCHIVE-OTHER': {
    title: (p) => `${file(p)} is packed`,
    detail: (p) => `${file(p)} is ${p.what ?? 'an archive'}; only zip archives are read.`,
    action: () => 'Unpack it and drop its contents.',
    source: OURS,
  },
  'WORKSPACE-ARCHIVE-TOO-LARGE': {
    title: (p) => `${file(p)} is too large once unpacked`,
    detail: (p) =>
      `${file(p)} would unpack to ${p.size ?? 'more'}; ${p.limit ?? 'less'} is the most that is read.`,
    action: () => 'Unpack it and drop the files that matter.',
    source: OURS,
  },
  'WORKSPACE-EMPTY': {
    title: (p) => `${file(p)} is empty`,
    detail: (p) => `${file(p)} has ${p.what ?? 'no bytes'}.`,
    action: () => 'Nothing has to be done.',
    source: OURS,
  },
  'WORKSPACE-ENCODING-LOSSY': {
    title: (p) => `${file(p)} is not UTF-8`,
    detail: (p) =>
      `${p.count ?? 'Some'} bytes of ${file(p)} are no UTF-8 text and stand as U+FFFD here. kubectl refuses such a file: yaml: invalid leading UTF-8 octet.`,
    action: () => 'Save the file as UTF-8 and drop it again.',
    source: 'go-yaml v2 readerc.go',
  },
  'WORKSPACE-ENCODING-UTF16': {
    title: (p) => `${file(p)} was UTF-16`,
    detail: (p) =>
      `${file(p)} began with the byte order mark of ${p.encoding ?? 'UTF-16'}, as Windows PowerShell writes it. It was decoded; the export is UTF-8.`,
    action: () => 'Use the exported file: kubectl splits a UTF-16 stream in the wrong places.',
    source: 'apimachinery util/yaml YAMLReader; Unicode 16 §23.8',
  },
  'WORKSPACE-NO-MANIFEST': {
    title: (p) => `${file(p)} has no manifest`,
    detail: (p) =>
      `${file(p)} is text without a Kubernetes manifest, certificate or key: no apiVersion and kind, no heredoc, no PEM block.`,
    action: () => 'Drop the manifests themselves.',
    source: OURS,
  },
  'WORKSPACE-NOT-KUBERNETES': {
    title: (p) => `${file(p)} is no Kubernetes manifest`,
    detail: (p) => `${file(p)} is ${p.what ?? 'YAML'} without apiVersion and kind${p.guess ?? ''}.`,
    action: (p) => p.todo ?? 'Add apiVersion and kind if it should be a manifest.',
    source: 'apimachinery runtime.NewMissingKindErr',
  },
  'WORKSPACE-NOT-UNDERSTOOD': {
    title: (p) => `${file(p)} was not understood`,
    detail: (p) =>
      `${file(p)} (${p.size ?? 'some bytes'}) is no text, no certificate or key in DER, no PKCS#12 or PKCS#7 and no zip archive${p.what === undefined ? '' : `; it begins as ${p.what}`}.`,
    action: () => 'Drop manifests, guides, certificates or keys.',
    source: OURS,
  },
  'WORKSPACE-SIDECAR-BROKEN': {
    title: (p) => `${file(p)} cannot be read`,
    detail: (p) =>
      `${file(p)} says that it holds assignments, but ${p.why ?? 'it has another form'}.`,
    action: () => 'Export again, or assign the certificates in the inspector.',
    source: 'backend-tls-studio/1',
  },
  'WORKSPACE-SIDECAR-PARTLY': {
    title: (p) => `Parts of ${file(p)} were left out`,
    detail: (p) => `${file(p)}: ${p.why ?? 'some entries have another form'}.`,
    action: () => 'Assign what is missing in the inspector.',
    source: 'backend-tls-studio/1',
  },
  'WORKSPACE-SKIPPED-FOLDER': {
    title: (p) => `${p.folder ?? 'A folder'} was not read`,
    detail: (p) =>
      `${p.files ?? 'Some files'} below ${p.folder ?? 'it'}: ${p.what ?? 'no manifests'}.`,
    action: () => 'Drop single files of it if they matter.',
    source: OURS,
  },
  'WORKSPACE-TOO-LARGE': {
    title: (p) => `${file(p)} is too large`,
    detail: (p) =>
      `${file(p)} has ${p.size ?? 'too many bytes'}; ${p.limit ?? '20 MB'} is the most that is read.`,
    action: () => 'Split it and drop the parts that matter.',
    source: OURS,
  },
  'WORKSPACE-TOO-MANY-DOCUMENTS': {
    title: (p) => `${file(p)} has too many documents`,
    detail: (p) =>
      `${file(p)} has ${p.count ?? 'many documents'} and the workspace ${p.present ?? 'some'}; ${p.limit ?? '5000'} is the most it holds.`,
    action: () => 'Drop the documents that take part in the connection you look at.',
    source: OURS,
  },
  'WORKSPACE-TOO-MANY-FILES': {
    title: (p) => `${p.count ?? 'Some'} files were not read`,
    detail: (p) =>
      `${p.total ?? 'Many'} files were dropped at once; ${p.limit ?? '5000'} are the most that are read.`,
    action: () => 'Drop the folders that matter one by one.',
    source: OURS,
  },
  'WORKSPACE-WEB-PAGE': {
    title: (p) => `${file(p)} is a web page`,
    detail: (p) =>
      `${file(p)} is HTML, in which manifests stand between tags and with escaped characters. It was not read.`,
    action: () =>
      'Copy the text of the page in the browser and paste it here: guides are read as plain text.',
    source: OURS,
  },
};
