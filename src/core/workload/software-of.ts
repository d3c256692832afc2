import type { BackendSoftware } from '../model/index.ts';

/** Test servers written in Go that gateway guides and conformance suites deploy. */
const GO_SERVERS = new Set(['echo-basic', 'go-httpbin']);

/** What ends TLS in an image whose configuration is not read, told by its name alone; mostly it is not known. */
export function softwareOf(image: string): BackendSoftware | 'unknown' {
  return GO_SERVERS.has(nameOf(image)) ? 'go' : 'unknown';
}

/** The echo server of the Gateway API's conformance suite, in any registry, tag and digest. */
export function isEchoImage(image: string): boolean {
  return nameOf(image) === 'echo-basic';
}

function nameOf(image: string): string {
  return image.replace(/@.*$/, '').split('/').at(-1)?.replace(/:.*$/, '') ?? '';
}
