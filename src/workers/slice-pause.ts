/**
 * A pause that gives the event loop a turn, but only when the current slice has lasted `sliceMs`: frequent
 * checkpoints then cost nothing.
 */
export function slicePause(sliceMs: number): () => Promise<void> {
  const channel = new MessageChannel();
  const resumptions: (() => void)[] = [];
  channel.port1.onmessage = () => {
    resumptions.shift()?.();
  };
  let sliceStart = -Infinity;
  return async () => {
    if (performance.now() - sliceStart < sliceMs) return;
    await new Promise<void>((resume) => {
      resumptions.push(resume);
      channel.port2.postMessage(null);
    });
    sliceStart = performance.now();
  };
}
