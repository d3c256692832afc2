import { parseRequestUri } from './parse-request-uri.ts';

type Check = (text: string) => readonly string[];

const label =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const subdomain =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const label1035 =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const qualified =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const labelValue =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

const labelForm = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const label1035Form = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const nameForm = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/**
 * The named formats with the texts of apimachinery `util/validation` and kube-openapi `strfmt`.
 */
export const formatChecks: Readonly<Record<string, Check>> = {
  dns1123Label: limited(63, (text) => (labelForm.test(text) ? [] : [label])),
  dns1123Subdomain: limited(253, isSubdomain),
  dns1035Label: limited(63, (text) => (label1035Form.test(text) ? [] : [label1035])),
  dns1123LabelPrefix: prefix('dns1123Label'),
  dns1123SubdomainPrefix: prefix('dns1123Subdomain'),
  dns1035LabelPrefix: prefix('dns1035Label'),
  qualifiedName: isQualifiedName,
  labelValue: limited(63, (text) => (text === '' || nameForm.test(text) ? [] : [labelValue])),
  uri: (text) => {
    const parsed = parseRequestUri(text);
    return parsed.ok ? [] : [parsed.error];
  },
  uuid: (text) =>
    /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text)
      ? []
      : ['does not match the UUID format'],
  byte: (text) => (isBase64(text) ? [] : ['invalid base64']),
  date: (text) => (isDate(text) ? [] : ['invalid date']),
  datetime: (text) => (isDateTime(text) ? [] : ['invalid datetime']),
};

function limited(most: number, check: Check): Check {
  return (text) => [
    ...check(text),
    ...(text.length > most ? [`must be no more than ${most.toString()} bytes`] : []),
  ];
}

function isSubdomain(text: string): readonly string[] {
  return text.split('.').every((part) => labelForm.test(part)) ? [] : [subdomain];
}

/** A prefix may end with a dash: apimachinery maskTrailingDash. */
function prefix(name: string): Check {
  return (text) => {
    const masked = text.length > 1 && text.endsWith('-') ? `${text.slice(0, -1)}a` : text;
    return formatChecks[name]?.(masked) ?? [];
  };
}

function isQualifiedName(text: string): readonly string[] {
  const parts = text.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2)
    return [
      `a qualified ${qualified} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  const faults = parts.length === 1 ? [] : prefixFaults(parts[0] ?? '');
  if (name === '') return [...faults, 'name part must be non-empty'];
  if (name.length > 63) faults.push('name part must be no more than 63 bytes');
  return nameForm.test(name) ? faults : [...faults, qualified];
}

function prefixFaults(text: string): string[] {
  if (text === '') return ['prefix part must be non-empty'];
  return (formatChecks.dns1123Subdomain?.(text) ?? []).map((fault) => `prefix part ${fault}`);
}

function isBase64(text: string): boolean {
  return text !== '' && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isDateTime(text: string): boolean {
  const parts = /^([^Tt]+)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.exec(text);
  if (parts === null || !isDate(parts[1] ?? '')) return false;
  return Number(parts[2]) < 24 && Number(parts[3]) < 60 && Number(parts[4]) < 60;
}
