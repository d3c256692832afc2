import type { ContentCode } from '../../workspace/wording/content.ts';
import type { GuideCode } from '../../workspace/wording/guide.ts';
import type { FindingPage } from './types.ts';

/** Pages about what was dropped. */
export const contentPages: Readonly<Record<ContentCode, FindingPage>> = {
  'WORKSPACE-ARCHIVE-BROKEN': {
    title: 'An archive that cannot be unpacked',
    what: 'The file begins as a zip archive, and its directory or an entry cannot be read.',
    why: 'Nothing of it is in the workspace.',
    fix: 'Unpack it yourself and drop the folder.',
  },
  'WORKSPACE-ARCHIVE-NESTED': {
    title: 'An archive inside an archive',
    what: 'Archives are read one level deep.',
    why: 'The inner one was left out.',
    fix: 'Unpack it and drop its contents.',
  },
  'WORKSPACE-ARCHIVE-OTHER': {
    title: 'An archive of another format',
    what: 'Only zip archives are read.',
    why: 'The file was left out.',
    fix: 'Unpack it and drop its contents.',
  },
  'WORKSPACE-ARCHIVE-TOO-LARGE': {
    title: 'An archive too large to unpack',
    what: 'Its contents would be larger than this page reads.',
    why: 'It was left out, so that the page stays responsive.',
    fix: 'Drop the parts that matter.',
  },
  'WORKSPACE-EMPTY': {
    title: 'An empty file',
    what: 'The file has no text, or blanks only.',
    why: 'There is nothing to read.',
    fix: 'Nothing has to be done.',
  },
  'WORKSPACE-ENCODING-LOSSY': {
    title: 'A file that is not UTF-8',
    what: 'Some bytes are no UTF-8 text; they are shown as replacement characters.',
    why: 'kubectl refuses such a file.',
    fix: 'Save it as UTF-8.',
  },
  'WORKSPACE-ENCODING-UTF16': {
    title: 'A UTF-16 file',
    what: 'Windows PowerShell writes redirected output as UTF-16.',
    why: 'It was decoded here. kubectl may split the documents in the wrong places.',
    fix: 'Use the exported file, which is UTF-8.',
  },
  'WORKSPACE-NO-MANIFEST': {
    title: 'Text without a manifest',
    what: 'The text has no apiVersion and kind, no heredoc and no PEM block.',
    why: 'Nothing is read from it.',
    fix: 'Drop the manifests themselves.',
  },
  'WORKSPACE-NOT-KUBERNETES': {
    title: 'YAML that is no manifest',
    what: 'The file is YAML of another tool: Helm values, a Compose file, a pipeline.',
    why: 'kubectl would create nothing from it.',
    fix: 'Drop the manifests that the tool makes.',
  },
  'WORKSPACE-NOT-UNDERSTOOD': {
    title: 'A file that was not understood',
    what: 'It is no text, certificate, key, PKCS#12, PKCS#7 or zip archive.',
    why: 'Nothing is read from it.',
    fix: 'Drop manifests, guides, certificates or keys.',
  },
  'WORKSPACE-SIDECAR-BROKEN': {
    title: 'A file of assignments that cannot be read',
    what: 'An export keeps in this file which certificates belong to which backend.',
    why: 'The assignments are not restored.',
    fix: 'Export again, or assign the certificates anew.',
  },
  'WORKSPACE-SIDECAR-PARTLY': {
    title: 'Assignments that were left out',
    what: 'Some entries of the file name something that is not here, or have another form.',
    why: 'Those backends are not checked.',
    fix: 'Assign what is missing.',
  },
  'WORKSPACE-SKIPPED-FOLDER': {
    title: 'A folder that was not read',
    what: 'Folders of tools and dependencies, such as .git, hold no manifests.',
    why: 'Nothing below it is in the workspace.',
    fix: 'Drop single files of it if they matter.',
  },
  'WORKSPACE-TOO-LARGE': {
    title: 'A file that is too large',
    what: 'The file has more bytes than this page reads.',
    why: 'It was left out, so that the page stays responsive.',
    fix: 'Split it and drop the parts that matter.',
  },
  'WORKSPACE-TOO-MANY-DOCUMENTS': {
    title: 'Too many documents',
    what: 'The workspace would hold more documents than this page analyses.',
    why: 'The file was left out.',
    fix: 'Drop what takes part in the connection you look at.',
  },
  'WORKSPACE-TOO-MANY-FILES': {
    title: 'Too many files at once',
    what: 'More files were dropped than this page reads.',
    why: 'The rest was left out.',
    fix: 'Drop the folders that matter one by one.',
  },
  'WORKSPACE-WEB-PAGE': {
    title: 'A saved web page',
    what: 'In HTML the manifests stand between tags and with escaped characters.',
    why: 'It was not read.',
    fix: 'Copy the text of the page in the browser and paste it.',
  },
};

/** Pages about guides. */
export const guidePages: Readonly<Record<GuideCode, FindingPage>> = {
  'WORKSPACE-GUIDE-CHANGES': {
    title: 'A command that changes the cluster',
    what: 'kubectl patch, label and the like change objects without a manifest.',
    why: 'The objects here are as they were before the command.',
    fix: 'Make the same change in the YAML.',
  },
  'WORKSPACE-GUIDE-CREATES': {
    title: 'A command that creates an object',
    what: 'kubectl create makes an object that stands in no manifest.',
    why: 'It is missing in the analysis.',
    fix: 'Add its YAML: the same command with --dry-run=client -o yaml prints it.',
  },
  'WORKSPACE-GUIDE-CREATES-DATA': {
    title: 'A command that makes a Secret or ConfigMap from files',
    what: 'The guide names the files and does not hold them.',
    why: 'The certificates in them are not known.',
    fix: 'Drop the files, or the output of the command with --dry-run=client -o yaml.',
  },
  'WORKSPACE-GUIDE-DELETES': {
    title: 'Objects that the guide deletes',
    what: 'The heredoc goes to kubectl delete.',
    why: 'They were not taken, because the cluster would not have them.',
    fix: 'Nothing has to be done.',
  },
  'WORKSPACE-GUIDE-FILE': {
    title: 'A file that the guide only names',
    what: 'A command reads a file that is not part of the guide.',
    why: 'What it holds is missing in the analysis.',
    fix: 'Drop the file.',
  },
  'WORKSPACE-GUIDE-MAKES-KEYS': {
    title: 'A command that makes certificates',
    what: 'The guide holds the openssl command, not its output.',
    why: 'The certificates are not known.',
    fix: 'Run the command and drop the files.',
  },
  'WORKSPACE-GUIDE-NOT-TAKEN': {
    title: 'A manifest of the guide that cannot be applied',
    what: 'The text has apiVersion and kind, and something about it stops kubectl.',
    why: 'It was left out.',
    fix: 'Correct it and drop it again.',
  },
  'WORKSPACE-GUIDE-OTHER-FILE': {
    title: 'A heredoc that is no manifest',
    what: 'The guide writes another file with it, such as an openssl configuration.',
    why: 'It takes no part in the analysis.',
    fix: 'Nothing has to be done.',
  },
  'WORKSPACE-GUIDE-OUTPUT': {
    title: 'Printed output of kubectl',
    what: 'The object has fields that only the API server writes: the guide shows an answer, not an input.',
    why: 'It was left out, because it would replace the manifest of the same object.',
    fix: 'Drop it as a file of its own if you want it.',
  },
  'WORKSPACE-GUIDE-URL': {
    title: 'An address that was not fetched',
    what: 'A command of the guide reads a manifest from the web. This page makes no requests.',
    why: 'What stands there is missing in the analysis.',
    fix: 'Download the file and drop it.',
  },
  'WORKSPACE-HEREDOC-COMMAND': {
    title: 'Output of a command inside a heredoc',
    what: 'The shell runs what stands in $( ) and puts its output in place.',
    why: 'The output is not known; the text stands as in the guide.',
    fix: 'Write the value, or quote the delimiter.',
  },
  'WORKSPACE-HEREDOC-EXPANDED': {
    title: 'Variables inside a heredoc',
    what: 'Without quotes around the delimiter the shell replaces variables before kubectl reads the text. Those of nginx, such as $host, become empty.',
    why: 'The configuration in the cluster is not the one in the guide.',
    fix: "Quote the delimiter: <<'EOF'.",
  },
  'WORKSPACE-HEREDOC-OPEN': {
    title: 'A heredoc without its end',
    what: 'No line holds the delimiter alone.',
    why: 'The shell waits for more text, and the command does not run.',
    fix: 'Add the line.',
  },
  'WORKSPACE-HEREDOC-STOPS': {
    title: 'Text in a heredoc that stops the shell',
    what: 'Without quotes around the delimiter the shell tries to expand it and reports an error.',
    why: 'The command does not run.',
    fix: "Quote the delimiter: <<'EOF'.",
  },
};
