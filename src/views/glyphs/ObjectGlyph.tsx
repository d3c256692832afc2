import { Glyph } from './Glyph.tsx';
import { glyphOf } from './glyph-of.ts';

/** The glyph of a Kubernetes object by its kind. */
export function ObjectGlyph(props: {
  kind: string;
  holdsCertificates?: boolean;
  className?: string;
}) {
  const { kind, holdsCertificates = false, className } = props;
  const name = glyphOf(kind, holdsCertificates);
  return className === undefined ? (
    <Glyph name={name} />
  ) : (
    <Glyph name={name} className={className} />
  );
}
