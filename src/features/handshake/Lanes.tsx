import { VerdictShape } from '../../ui/index.ts';
import type { HandshakeStep } from '../../core/handshake/types.ts';
import type { StepLook } from '../../views/index.ts';
import { isInTls, LANE_HEIGHT, LANE_WIDTH, LANE_X, laneDrawing } from './lane-geometry.ts';

/** The drawing beside one step: three lanes, the TLS span, and the message or check. Decoration for the list beside it. */
export function Lanes({ step, look }: { step: HandshakeStep; look: StepLook }) {
  const drawing = laneDrawing(step);
  const y = LANE_HEIGHT / 2;
  const gone = look.tone === 'later';
  return (
    <span className={`lanes ${look.tone}`} aria-hidden="true">
      <LaneLines inTls={isInTls(step) && !gone} failed={step.role === 'decisive'} gone={gone} />
      <svg viewBox={`0 0 ${String(LANE_WIDTH)} ${String(LANE_HEIGHT)}`}>
        {drawing.kind === 'message' ? (
          <>
            <path className="msg" d={drawing.line} />
            <path className="mh" d={drawing.head} />
            <circle className="mh" cx={drawing.dot} cy={y} r="2.6" />
          </>
        ) : (
          <circle className="mask" cx={drawing.at} cy={y} r="9.5" />
        )}
      </svg>
      {drawing.kind === 'check' ? (
        <span className="at" style={{ left: `${String((drawing.at / LANE_WIDTH) * 100)}%` }}>
          <VerdictShape shape={look.shape} />
        </span>
      ) : null}
    </span>
  );
}

function LaneLines(props: { inTls: boolean; failed: boolean; gone: boolean }) {
  const { inTls, failed, gone } = props;
  return (
    <svg
      className="bgl"
      viewBox={`0 0 ${String(LANE_WIDTH)} ${String(LANE_HEIGHT)}`}
      preserveAspectRatio="none"
    >
      {inTls ? (
        <rect
          className={failed ? 'tlsband err' : 'tlsband'}
          x={LANE_X.gateway}
          y="0"
          width={LANE_X.backend - LANE_X.gateway}
          height={LANE_HEIGHT}
        />
      ) : null}
      {Object.values(LANE_X).map((x) => (
        <path
          key={x}
          className={gone && x === LANE_X.backend ? 'll off' : 'll'}
          d={`M${String(x)} 0V${String(LANE_HEIGHT)}`}
        />
      ))}
    </svg>
  );
}
