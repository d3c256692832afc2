import type { BackendSoftware } from '../model/index.ts';

/** Test servers written in Go that gateway guides and conformance suites deploy. */
const GO_SERVERS = new Set(['echo-basic', 'go-httpbin']);

/** What ends TLS in an image whose configuration is not read, told by its name alone; mostly it is not known. */
export function softwareOf(image: string): BackendSoftware | 'unknown' {
  const name = image.replace(/@.*$/, '').split('/').at(-1)?.replace(/:.*$/, '') ?? '';
  return GO_SERVERS.has(name) ? 'go' : 'unknown';
}
