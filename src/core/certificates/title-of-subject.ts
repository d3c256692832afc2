import type { Certificate } from '../pki/index.ts';

/** The most specific name a person would call the subject by. */
export function titleOfSubject({ subject, extensions }: Certificate): string {
  return nameTitle(subject.attributes) ?? extensions.subjectAltNames?.[0]?.value ?? subject.text;
}

/** The most specific name a person would call the issuer by. */
export function titleOfIssuer({ issuer }: Certificate): string {
  return nameTitle(issuer.attributes) ?? issuer.text;
}

function nameTitle(attributes: Certificate['subject']['attributes']): string | undefined {
  return (
    attributes.find(({ short }) => short === 'CN')?.value ??
    attributes.find(({ short }) => short === 'O')?.value
  );
}
