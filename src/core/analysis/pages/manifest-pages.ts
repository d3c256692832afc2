import type { ManifestFindingCode } from '../../manifest/findings.ts';
import type { FindingPage } from './types.ts';

/** Pages about the YAML text. */
export const manifestPages: Readonly<Record<ManifestFindingCode, FindingPage>> = {
  'MANIFEST-AFTER-END': {
    title: 'Text after the end of a document',
    what: 'A line "..." ends a YAML document. Only "---" begins the next one for kubectl.',
    why: 'Objects below the line are never created, and nothing reports them as missing.',
    fix: 'Write "---" in place of "...", or remove the line.',
  },
  'MANIFEST-ALIAS-LIMIT': {
    title: 'Aliases expand without end',
    what: 'Aliases repeat the value of an anchor. A few lines of nested aliases can stand for millions of values.',
    why: 'kubectl refuses such a document, and reading it further would stall this page.',
    fix: 'Write the repeated values out.',
  },
  'MANIFEST-ALIAS-UNRESOLVED': {
    title: 'An alias without its anchor',
    what: '*name stands for the value that &name marks earlier in the same document. There is none, or it contains the alias.',
    why: 'kubectl stops at the document: unknown anchor referenced.',
    fix: 'Mark the value with the anchor, or quote the text when the asterisk is part of it, as in a wildcard host.',
  },
  'MANIFEST-BYTE-ORDER-MARK': {
    title: 'An invisible mark at the start of the file',
    what: 'Some Windows editors begin a UTF-8 file with the three bytes of U+FEFF.',
    why: 'kubectl skips them, but scripts that look for text at the start of the file find nothing there.',
    fix: 'Save the file as UTF-8 without a byte order mark.',
  },
  'MANIFEST-CRLF': {
    title: 'Windows line ends',
    what: 'Lines end with carriage return and line feed instead of line feed alone.',
    why: 'YAML reads both alike. A shell keeps the carriage return when the text is pasted into a heredoc.',
    fix: 'Nothing for kubectl apply -f; convert the file before pasting it into a shell.',
  },
  'MANIFEST-DEPTH': {
    title: 'Too many levels of nesting',
    what: 'Maps and lists stand inside each other far deeper than in any Kubernetes object.',
    why: 'The rest of the document is not read here.',
    fix: 'Look for an unclosed bracket or runaway indentation above the line.',
  },
  'MANIFEST-DUPLICATE-KEY': {
    title: 'A key that is set twice in one map',
    what: 'YAML forbids it; kubectl takes the later value without a word.',
    why: 'The earlier value is lost: one of two certificates, one of two hosts.',
    fix: 'Keep one, or join both values under one key.',
  },
  'MANIFEST-GENERATE-NAME': {
    title: 'An object with generateName alone',
    what: 'The server makes up a name on create. kubectl apply needs one to find the object again.',
    why: 'kubectl apply refuses it.',
    fix: 'Set metadata.name, or use kubectl create.',
  },
  'MANIFEST-LIST-ITEMS': {
    title: 'A List with something else than objects',
    what: 'items of a List has to hold objects, each with apiVersion and kind.',
    why: 'kubectl cannot send the entry.',
    fix: 'Put whole objects into items, or separate documents with "---".',
  },
  'MANIFEST-MAP-KEY': {
    title: 'A map key that is no text',
    what: 'A map, a list or null stands where a key belongs. Unrendered template braces at the start of a line look like this.',
    why: 'JSON has text keys only, so kubectl cannot convert the document.',
    fix: 'Quote the key, or render the template first.',
  },
  'MANIFEST-NAMESPACE-MISMATCH': {
    title: 'Two namespaces for one object',
    what: 'The kubectl command of the guide names one namespace with -n, the object another.',
    why: 'kubectl stops instead of choosing one.',
    fix: 'Remove one of the two, or make them equal.',
  },
  'MANIFEST-NO-API-VERSION': {
    title: 'An object without apiVersion',
    what: 'apiVersion and kind together say what an object is.',
    why: 'kubectl stops: apiVersion not set.',
    fix: 'Add apiVersion at the top of the document.',
  },
  'MANIFEST-NO-KIND': {
    title: 'An object without kind',
    what: 'apiVersion and kind together say what an object is.',
    why: "kubectl stops: Object 'Kind' is missing.",
    fix: 'Add kind beside apiVersion.',
  },
  'MANIFEST-NO-NAME': {
    title: 'An object without a name',
    what: 'Kind, namespace and name identify an object; references use the name.',
    why: 'kubectl stops, and nothing can refer to the object.',
    fix: 'Set metadata.name.',
  },
  'MANIFEST-NOT-JSON': {
    title: 'A number that JSON does not have',
    what: 'YAML has .inf and .nan as numbers. Kubernetes objects travel as JSON, which has neither.',
    why: 'kubectl stops: json: unsupported value.',
    fix: 'Put the value in quotes when text is meant.',
  },
  'MANIFEST-NOT-KUBERNETES': {
    title: 'A document that is no Kubernetes object',
    what: 'The document has neither apiVersion nor kind: a values file, an nginx configuration, plain text.',
    why: 'Nothing is created from it, and kubectl reports it when it is applied with the rest.',
    fix: 'Remove it from the manifests, or add apiVersion and kind.',
  },
  'MANIFEST-SYNTAX': {
    title: 'Text that is not YAML',
    what: 'Indentation, a colon, a quote or a bracket is not as YAML wants it.',
    why: 'kubectl reads nothing below that point in the file.',
    fix: 'Look at the line and the one above it: most often one space too many or a missing quote.',
  },
  'MANIFEST-TAB-INDENT': {
    title: 'Tabs as indentation',
    what: 'YAML allows spaces only before the first character of a line.',
    why: 'kubectl stops: found character that cannot start any token.',
    fix: 'Put two spaces in place of each tab.',
  },
  'MANIFEST-TEMPLATE': {
    title: 'A template that is not rendered yet',
    what: 'Braces of Helm or another template language stand where values belong.',
    why: 'The values are not known here, and the API server would get the braces.',
    fix: 'Render the chart with helm template and drop the output.',
  },
};
