import type { Wording } from '../model/index.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type ManifestFindingCode =
  | 'MANIFEST-AFTER-END'
  | 'MANIFEST-ALIAS-LIMIT'
  | 'MANIFEST-ALIAS-UNRESOLVED'
  | 'MANIFEST-BYTE-ORDER-MARK'
  | 'MANIFEST-CRLF'
  | 'MANIFEST-DEPTH'
  | 'MANIFEST-DUPLICATE-KEY'
  | 'MANIFEST-GENERATE-NAME'
  | 'MANIFEST-LIST-ITEMS'
  | 'MANIFEST-MAP-KEY'
  | 'MANIFEST-NAMESPACE-MISMATCH'
  | 'MANIFEST-NO-API-VERSION'
  | 'MANIFEST-NO-KIND'
  | 'MANIFEST-NO-NAME'
  | 'MANIFEST-NOT-JSON'
  | 'MANIFEST-NOT-KUBERNETES'
  | 'MANIFEST-SYNTAX'
  | 'MANIFEST-TAB-INDENT'
  | 'MANIFEST-TEMPLATE';

type Params = Readonly<Record<string, string>>;

const at = (p: Params): string => `Line ${p.line ?? '1'} of ${p.path ?? 'this file'}`;
const subject = (p: Params): string => p.object ?? 'The document';

/** What is told about documents that are not, or not quite, Kubernetes manifests. */
export const manifestWording: Record<ManifestFindingCode, Wording> = {
  'MANIFEST-AFTER-END': {
    title: () => 'Text after “...” is never read',
    detail: (p) =>
      `${at(p)}: “...” ends the document, and kubectl reads one document between two separators.`,
    action: () => 'Put “---” in place of “...” if the text below is a document of its own.',
    source: 'go-yaml v2 Unmarshal; apimachinery util/yaml YAMLReader',
  },
  'MANIFEST-ALIAS-LIMIT': {
    title: () => 'Aliases expand to too many values',
    detail: (p) =>
      `${at(p)}: from here on the aliases of this document stand for more than ${p.limit ?? ''} values.`,
    action: () => 'Write the repeated values out, or split the document.',
    source: 'go-yaml v2 decode.go: document contains excessive aliasing',
  },
  'MANIFEST-ALIAS-UNRESOLVED': {
    title: (p) => `Alias *${p.alias ?? ''} leads nowhere`,
    detail: (p) =>
      p.reason === 'inside-itself'
        ? `${at(p)}: the value that &${p.alias ?? ''} names contains itself.`
        : `${at(p)}: no anchor &${p.alias ?? ''} stands before it in this document.`,
    action: (p) =>
      `Put &${p.alias ?? ''} on the value that is meant, or quote the text if it is no alias.`,
    source: 'YAML 1.1 §3.2.2.2; go-yaml v2: unknown anchor referenced',
  },
  'MANIFEST-BYTE-ORDER-MARK': {
    title: () => 'The file begins with a byte order mark',
    detail: (p) =>
      `${p.path ?? 'The file'} begins with U+FEFF, three bytes that cannot be seen. kubectl skips them; tools that search for “---” or “apiVersion” at the start of a file do not find it.`,
    action: () => 'Remove the first character of the file, or save it as UTF-8 without BOM.',
    source: 'YAML 1.1 §5.2',
  },
  'MANIFEST-CRLF': {
    title: () => 'Lines end with CR LF',
    detail: (p) =>
      `${p.lines ?? 'Some'} lines of ${p.path ?? 'the file'} end with carriage return and line feed, as Windows writes them. YAML reads each as one line feed, so values arrive without the carriage return; a shell would keep it in a heredoc.`,
    action: () => 'Nothing has to be done for kubectl apply -f; new lines keep this line end.',
    source: 'YAML 1.1 §5.4',
  },
  'MANIFEST-DEPTH': {
    title: () => 'The document is nested too deeply',
    detail: (p) =>
      `${at(p)}: maps and lists stand inside each other more than ${p.limit ?? ''} times.`,
    action: () => 'Check the brackets and the indentation above this line.',
    source: 'A bound of this program',
  },
  'MANIFEST-DUPLICATE-KEY': {
    title: (p) => `Key “${p.key ?? ''}” stands twice`,
    detail: (p) =>
      `${at(p)} sets “${p.key ?? ''}” and line ${p.relatedLine ?? ''} sets it again. kubectl sends the later one, and what stands here is lost.`,
    action: (p) => `Remove one of the two, or join them under one “${p.key ?? ''}”.`,
    source: 'sigs.k8s.io/yaml YAMLToJSON',
  },
  'MANIFEST-GENERATE-NAME': {
    title: (p) => `${subject(p)} has generateName and no name`,
    detail: () => 'kubectl apply refuses it: cannot use generate name with apply.',
    action: () => 'Set metadata.name, or create the object with kubectl create.',
    source: 'kubectl apply (pkg/cmd/apply/apply.go)',
  },
  'MANIFEST-LIST-ITEMS': {
    title: (p) => `${subject(p)} holds something that is no object`,
    detail: (p) => `${at(p)}: ${p.what ?? 'items'} is ${p.found ?? 'missing'}.`,
    action: () => 'Give items a list of objects, each with apiVersion and kind.',
    source: 'apimachinery unstructured UnstructuredList',
  },
  'MANIFEST-MAP-KEY': {
    title: () => 'A key is no text',
    detail: (p) => `${at(p)}: a map, a list or null stands where a key is expected.`,
    action: () => 'Quote the key. Text in braces, such as {{ … }}, has to be rendered first.',
    source: 'sigs.k8s.io/yaml: unsupported map key; go-yaml v2: invalid map key',
  },
  'MANIFEST-NAMESPACE-MISMATCH': {
    title: (p) => `${subject(p)} is not in namespace ${p.wanted ?? ''}`,
    detail: (p) =>
      `The command says --namespace=${p.wanted ?? ''}, the object says ${p.found ?? ''}. kubectl stops: the namespace from the provided object does not match.`,
    action: (p) => `Remove metadata.namespace or set it to ${p.wanted ?? ''}.`,
    source: 'cli-runtime resource.RequireNamespace',
  },
  'MANIFEST-NO-API-VERSION': {
    title: (p) => `${subject(p)} has no apiVersion`,
    detail: (p) =>
      `${at(p)}: apiVersion ${p.found ?? 'is missing'}. kubectl stops: apiVersion not set.`,
    action: () =>
      'Add apiVersion at the top of the document, for example gateway.networking.k8s.io/v1.',
    source: 'apimachinery unstructured JSON scheme',
  },
  'MANIFEST-NO-KIND': {
    title: (p) => `${subject(p)} has no kind`,
    detail: (p) =>
      `${at(p)}: kind ${p.found ?? 'is missing'}. kubectl stops: Object 'Kind' is missing.`,
    action: () => 'Add kind beside apiVersion, for example Gateway.',
    source: 'apimachinery runtime.NewMissingKindErr',
  },
  'MANIFEST-NO-NAME': {
    title: (p) => `${subject(p)} has no name`,
    detail: (p) =>
      `${at(p)}: metadata.name ${p.found ?? 'is missing'}. kubectl stops: resource name may not be empty.`,
    action: () => 'Set metadata.name.',
    source: 'cli-runtime resource.Helper',
  },
  'MANIFEST-NOT-JSON': {
    title: (p) => `${p.value ?? 'This number'} cannot be sent`,
    detail: (p) =>
      `${at(p)}: YAML reads ${p.value ?? 'it'} as a number that JSON does not have. kubectl stops: json: unsupported value.`,
    action: () => 'Put the value in quotes if text is meant.',
    source: 'sigs.k8s.io/yaml YAMLToJSON; encoding/json',
  },
  'MANIFEST-NOT-KUBERNETES': {
    title: () => 'A document is no Kubernetes object',
    detail: (p) => `${at(p)}: ${p.what ?? 'the document has neither apiVersion nor kind'}.`,
    action: (p) => p.todo ?? 'Nothing is applied from it. Remove it, or add apiVersion and kind.',
    source: 'apimachinery runtime.NewMissingKindErr',
  },
  'MANIFEST-SYNTAX': {
    title: (p) => `Line ${p.line ?? '1'} cannot be read as YAML`,
    detail: (p) =>
      `${p.message ?? 'The text is not YAML'}.${p.others === undefined || p.others === '0' ? '' : ` ${p.others} more follow from it.`} kubectl reports it and reads nothing below it in this file; the other documents are shown here as they stand.`,
    action: () => 'Look at the indentation, colons and quotes of this line and the one above it.',
    source: 'YAML 1.1; cli-runtime resource.StreamVisitor',
  },
  'MANIFEST-TAB-INDENT': {
    title: () => 'Tabs indent this document',
    detail: (p) =>
      `${at(p)} is the first of ${p.lines ?? '1'} lines that begin with a tab. YAML allows spaces only; kubectl stops: found character that cannot start any token.`,
    action: () => 'Put two spaces in place of each tab.',
    source: 'YAML 1.1 §5.5; go-yaml v2 scannerc.go',
  },
  'MANIFEST-TEMPLATE': {
    title: () => 'A template has to be rendered first',
    detail: (p) =>
      `${at(p)} has ${p.expression ?? '{{ … }}'}. The API server would get this text as it stands, so nothing is read from the document.`,
    action: () => 'Render it first (helm template RELEASE CHART) and drop the output here.',
    source: 'Helm: helm template',
  },
};
