/** Hands bytes to the browser's download, without leaving the page. */
export function downloadBytes(file: {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}): void {
  const { name, mediaType, bytes } = file;
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
