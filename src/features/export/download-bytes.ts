import type { PreparedExport } from '../../core/export/index.ts';

/** Hands bytes to the browser's download, without leaving the page. */
export function downloadBytes({ name, mediaType, bytes }: PreparedExport['download']): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
