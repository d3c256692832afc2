import type { TlsHop } from '../../../core/topology/types.ts';

/** Heights of the rails and of the middle in the tube's box of 96 px. */
const TOP = 27;
const MIDDLE = 48;
const BOTTOM = 69;

/** How far the break stands from the end it is at. */
const BREAK = 38;
const ZIGZAG = 'l-5 11 7 8-7 9 5 8-5 16';

/** Where the text inside a tube is centred: in the part that holds. */
export function textCentre({ breaksAt, mode, tube }: TlsHop): number {
  if (mode === 'plain-http' || mode === 'blocked' || breaksAt === null) return tube.width / 2;
  return breaksAt === 'target' ? (tube.width - 34) / 2 : (tube.width + 34) / 2;
}

/** The pipe between gateway and backend. Decoration: the button around it has the words. */
export function TubeDrawing({ hop }: { hop: TlsHop }) {
  const { width, height } = hop.tube;
  return (
    <svg
      className="tube"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <Pipe hop={hop} />
    </svg>
  );
}

function Pipe({ hop }: { hop: TlsHop }) {
  const { width } = hop.tube;
  if (hop.mode === 'plain-http') return <PlainLine width={width} />;
  if (hop.mode === 'blocked') return <BlockedPipe width={width} />;
  if (hop.verdict === 'error') return <BrokenPipe width={width} at={hop.breaksAt ?? 'target'} />;
  return (
    <>
      <rect x="0" y={TOP} width={width} height={BOTTOM - TOP} className="bore" />
      <path d={rails(0, width)} className={hop.verdict === 'unknown' ? 'rail open' : 'rail'} />
      <path d={`M3 31.5H${String(width - 3)}`} className="shine" />
      <path d="M11 43.5l5 4.5-5 4.5" className="chevron" />
      {hop.mode === 'mutual-tls' ? (
        <path d={`M${String(width - 11)} 43.5l-5 4.5 5 4.5`} className="chevron" />
      ) : null}
      <Flange x={0} />
      <Flange x={width} />
    </>
  );
}

function rails(from: number, to: number): string {
  return [TOP, BOTTOM].map((y) => `M${String(from)} ${String(y)}H${String(to)}`).join('');
}

function Flange({ x, faint = false }: { x: number; faint?: boolean }) {
  const className = faint ? 'flange faint' : 'flange';
  return <rect x={x - 3.5} y="21" width="7" height="54" rx="2.5" className={className} />;
}

/** The rails crack on the side that is rejected; what lies behind the crack is dashed. */
function BrokenPipe({ width, at }: { width: number; at: 'source' | 'target' }) {
  const w = String;
  const drawing = (
    <>
      <path d={`M0 27H${w(width - BREAK)}l-4 8 7 8-7 9 5 8-3 9H0Z`} className="bore" />
      <path d={`M0 27H${w(width - BREAK - 1)}M0 69H${w(width - BREAK - 2)}`} className="rail" />
      <path d={`M0 31.5H${w(width - BREAK - 3)}`} className="shine" />
      <path d={`M${w(width - 36)} 20${ZIGZAG}`} className="crack" />
      <path d={`M${w(width - 27)} 20${ZIGZAG}`} className="crack faint" />
      <path
        d={`M${w(width - 25)} 27H${w(width)}M${w(width - 26)} 69H${w(width)}`}
        className="gone"
      />
      <Flange x={0} />
      <Flange x={width} faint />
    </>
  );
  if (at === 'target') return <g className="broken">{drawing}</g>;
  return <g transform={`translate(${w(width)} 0) scale(-1 1)`}>{drawing}</g>;
}

/** The gateway opens no connection: a cap on its side, nothing behind it. */
function BlockedPipe({ width }: { width: number }) {
  return (
    <>
      <path d={rails(12, width)} className="gone" />
      <Flange x={0} />
      <path d="M10 21V75" className="cap" />
      <Flange x={width} faint />
    </>
  );
}

/** No tube: what is not encrypted may not look like a pipe. */
function PlainLine({ width }: { width: number }) {
  return (
    <>
      <path d={`M4 ${String(MIDDLE)}H${String(width - 10)}`} className="plain" />
      <path d={`M${String(width - 5)} ${String(MIDDLE)}l-9-5v10Z`} className="head" />
    </>
  );
}
