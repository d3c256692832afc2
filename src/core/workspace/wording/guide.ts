import type { Wording } from '../../model/index.ts';

/** About what stands in a guide. */
export type GuideCode =
  | 'WORKSPACE-GUIDE-CHANGES'
  | 'WORKSPACE-GUIDE-CREATES'
  | 'WORKSPACE-GUIDE-CREATES-DATA'
  | 'WORKSPACE-GUIDE-DELETES'
  | 'WORKSPACE-GUIDE-FILE'
  | 'WORKSPACE-GUIDE-MAKES-KEYS'
  | 'WORKSPACE-GUIDE-NOT-TAKEN'
  | 'WORKSPACE-GUIDE-OTHER-FILE'
  | 'WORKSPACE-GUIDE-OUTPUT'
  | 'WORKSPACE-GUIDE-URL'
  | 'WORKSPACE-HEREDOC-COMMAND'
  | 'WORKSPACE-HEREDOC-EXPANDED'
  | 'WORKSPACE-HEREDOC-OPEN'
  | 'WORKSPACE-HEREDOC-STOPS';

const SHELL = 'POSIX XCU §2.7.4 Here-Document';
const KUBECTL = 'kubectl reference';

/** Wording of what stands in a guide: `detail` is also the reason in the list of what was set aside. */
export const guideWording: Record<GuideCode, Wording> = {
  'WORKSPACE-GUIDE-CHANGES': {
    title: (p) => `${p.command ?? 'A command'} was not carried out`,
    detail: (p) =>
      `The guide changes ${p.target ?? 'an object'} in the cluster with ${p.command ?? 'a command'}. The change is not in any manifest, so the objects here are as they were before it.`,
    action: (p) =>
      `Make the same change in the YAML of ${p.target ?? 'the object'} if it matters here.`,
    source: KUBECTL,
  },
  'WORKSPACE-GUIDE-CREATES': {
    title: (p) => `${p.creates ?? 'An object'} was not created`,
    detail: (p) =>
      `${p.command ?? 'The command'} would create ${p.creates ?? 'an object'}; it is not among the files.`,
    action: () =>
      'Add it as YAML if it matters here (kubectl create … --dry-run=client -o yaml prints it).',
    source: KUBECTL,
  },
  'WORKSPACE-GUIDE-CREATES-DATA': {
    title: (p) => `${p.creates ?? 'An object'} is missing`,
    detail: (p) =>
      `${p.command ?? 'The command'} would create ${p.creates ?? 'it'} from ${p.inputs ?? 'files'}; the guide does not hold that.`,
    action: (p) =>
      `Drop ${p.inputs ?? 'the files'} here, or the output of the same command with --dry-run=client -o yaml.`,
    source: KUBECTL,
  },
  'WORKSPACE-GUIDE-DELETES': {
    title: () => 'Objects that the guide deletes were not taken',
    detail: (p) =>
      `${p.command ?? 'The command'} removes what this heredoc names, so nothing of it would be in the cluster.`,
    action: () => 'Nothing has to be done.',
    source: KUBECTL,
  },
  'WORKSPACE-GUIDE-FILE': {
    title: (p) => `${p.files ?? 'A file'} is not here`,
    detail: (p) =>
      `${p.command ?? 'The command'} reads ${p.files ?? 'a file'}, which is not part of the guide.`,
    action: (p) => `Drop ${p.files ?? 'the file'} here.`,
    source: KUBECTL,
  },
  'WORKSPACE-GUIDE-MAKES-KEYS': {
    title: (p) => `${p.outputs ?? 'Certificates'} were not made`,
    detail: (p) =>
      `${p.command ?? 'The command'} would write ${p.outputs ?? 'files'}${p.inputs === undefined || p.inputs === '' ? '' : ` from ${p.inputs}`}. The guide holds the command, not the files.`,
    action: (p) => `Drop ${p.outputs ?? 'the files'} here once you have made them.`,
    source: 'openssl(1)',
  },
  'WORKSPACE-GUIDE-NOT-TAKEN': {
    title: () => 'A manifest of the guide was not taken',
    detail: (p) =>
      `This text has apiVersion and kind, but kubectl could not apply it: ${p.why ?? ''}.`,
    action: () =>
      'Correct it in the guide and drop the guide again, or paste the corrected manifest.',
    source: 'kubectl apply',
  },
  'WORKSPACE-GUIDE-OTHER-FILE': {
    title: (p) =>
      `${p.target === undefined || p.target === '' ? 'A heredoc' : p.target} is no manifest`,
    detail: (p) =>
      `The heredoc up to ${p.delimiter ?? 'its end'} has no apiVersion and kind${p.target === undefined || p.target === '' ? '' : `; the guide sends it to ${p.target}`}.`,
    action: () => 'Nothing has to be done unless it should be one.',
    source: SHELL,
  },
  'WORKSPACE-GUIDE-OUTPUT': {
    title: (p) => `${p.object ?? 'An object'} is printed output`,
    detail: (p) =>
      `${p.object ?? 'The object'} carries fields that only the API server writes (uid, resourceVersion or managedFields): the guide shows what the cluster answered, not what to apply.`,
    action: () => 'Drop it as a file of its own if you want it in the workspace all the same.',
    source: 'apimachinery ObjectMeta',
  },
  'WORKSPACE-GUIDE-URL': {
    title: (p) => `${p.files ?? 'An address'} was not fetched`,
    detail: (p) =>
      `${p.command ?? 'The command'} reads ${p.files ?? 'an address'}. Nothing is fetched: no data enters or leaves this page by itself.`,
    action: () => 'Download the file and drop it here.',
    source: KUBECTL,
  },
  'WORKSPACE-HEREDOC-COMMAND': {
    title: (p) => `The output of ${p.changed ?? 'a command'} is not known`,
    detail: (p) =>
      `The heredoc is not quoted, so the shell runs ${p.changed ?? 'it'} and puts the output in its place. ${p.path ?? 'The file'} has the text as it stands in the guide.`,
    action: (p) =>
      `Put the real value into ${p.path ?? 'the file'}, or quote the delimiter (<<'${p.delimiter ?? 'EOF'}') if the text is meant.`,
    source: SHELL,
  },
  'WORKSPACE-HEREDOC-EXPANDED': {
    title: (p) =>
      p.vanished === undefined || p.vanished === ''
        ? `The shell changes ${p.changed ?? 'this text'}`
        : `The shell empties ${p.vanished}`,
    detail: (p) =>
      `The heredoc begins with <<${p.delimiter ?? 'EOF'} and no quotes, so the shell expands ${p.changed ?? 'variables'} before kubectl reads the text. ${p.path ?? 'The file'} has what would arrive.`,
    action: (p) => `Quote the delimiter in the guide: <<'${p.delimiter ?? 'EOF'}'.`,
    source: SHELL,
  },
  'WORKSPACE-HEREDOC-OPEN': {
    title: (p) => `The heredoc has no end line ${p.delimiter ?? ''}`,
    detail: (p) =>
      `No line holds ${p.delimiter ?? 'the delimiter'} alone, so the shell would wait for more text and the command would not run.`,
    action: (p) => `Add a line ${p.delimiter ?? ''} after the manifest.`,
    source: SHELL,
  },
  'WORKSPACE-HEREDOC-STOPS': {
    title: (p) => `The shell stops at ${p.changed ?? 'this text'}`,
    detail: (p) =>
      `In a heredoc without quotes the shell reads ${p.changed ?? 'it'} as an expansion and reports an error: the command does not run. ${p.path ?? 'The file'} has the text as it stands in the guide.`,
    action: (p) => `Quote the delimiter in the guide: <<'${p.delimiter ?? 'EOF'}'.`,
    source: 'POSIX XCU §2.6.2 Parameter Expansion',
  },
};
