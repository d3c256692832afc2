/**
 * PEM of the system trust list: Mozilla's, as a gateway image carries it. Loaded only when a policy asks for system CAs.
 * A real image may carry another date of the list, which the views say.
 */
export async function loadSystemRoots(): Promise<string> {
  const { mozillaRoots } = await import('./mozilla-roots.generated.ts');
  return mozillaRoots;
}
