/** Shortens a long name in its middle, so that both ends stay readable; the whole is in `title`. */
export function MiddleEllipsis({ text, tail = 10 }: { text: string; tail?: number }) {
  if (text.length <= tail + 8) {
    return (
      <span className="trunc" title={text}>
        {text}
      </span>
    );
  }
  const cut = text.length - tail;
  return (
    <span className="mid" title={text}>
      <span>{text.slice(0, cut)}</span>
      <span>{text.slice(cut)}</span>
    </span>
  );
}
