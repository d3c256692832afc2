export type Labels = Readonly<Record<string, string>>;

const NAME = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)?$/;

/** `app=payments, tier=web` as labels, or null where it is none. */
export function parseLabels(text: string): Labels | null {
  const pairs = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.split('='));
  const isFine = pairs.every(
    ([name = '', value = '', ...rest]) => NAME.test(name) && VALUE.test(value) && rest.length === 0,
  );
  if (!isFine || pairs.length === 0) return null;
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

/** Labels as a person writes them. */
export function printLabels(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
