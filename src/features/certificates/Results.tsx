import { Download } from 'lucide-react';
import { useState } from 'react';
import type { CertificateUse } from '../../core/certificates/index.ts';
import { useAnalysis } from '../../state/index.ts';
import { Button, downloadBytes } from '../../ui/index.ts';
import { PlaceButtons } from '../../views/index.ts';
import { Pkcs12Form } from './Pkcs12Form.tsx';
import type { ShelvedItem } from './use-issuing.ts';

const roles: Readonly<Record<CertificateUse | 'request', string>> = {
  ca: 'CA certificate',
  intermediate: 'Intermediate CA certificate',
  server: 'Server certificate',
  client: 'Client certificate',
  'server-and-client': 'Certificate for servers and clients',
  request: 'Certificate request: send it to whoever signs, keep the key',
};

const parts = { certificate: 'Certificate', chain: 'Chain', request: 'Request', key: 'Key' };

/** What was issued: download its parts, place it. */
export function Results(props: {
  items: readonly ShelvedItem[];
  /** Key of the object that it was issued for; null for no certain one. */
  into: string | null;
}) {
  const { items, into } = props;
  return (
    <>
      {items.map((shelved) => (
        <Result key={shelved.files[0]?.blobId} shelved={shelved} into={into} />
      ))}
    </>
  );
}

function Result(props: { shelved: ShelvedItem; into: string | null }) {
  const { item, files } = props.shelved;
  const [packing, setPacking] = useState(false);
  return (
    <section className="ct-item" aria-label={`${roles[item.role]} ${item.name}`}>
      <h3>{item.name}</h3>
      <p className="sub">{roles[item.role]}</p>
      <div className="ct-get">
        {files.map(({ part, path, text }) => (
          <Button
            key={part}
            size="sm"
            icon={Download}
            onClick={() => {
              const mediaType = 'application/x-pem-file';
              downloadBytes({ name: path, mediaType, bytes: new TextEncoder().encode(text) });
            }}
          >
            {`${parts[part]} (PEM)`}
          </Button>
        ))}
        {item.certificate === undefined || item.key === undefined || packing ? null : (
          <Button
            size="sm"
            icon={Download}
            onClick={() => {
              setPacking(true);
            }}
          >
            PKCS#12
          </Button>
        )}
      </div>
      {packing ? (
        <Pkcs12Form
          item={item}
          onClose={() => {
            setPacking(false);
          }}
        />
      ) : null}
      <Place files={files} into={props.into} />
    </section>
  );
}

/** The chain goes where the certificate would: it has the intermediates that the other side needs. */
function Place({ files, into }: Pick<ShelvedItem, 'files'> & { into: string | null }) {
  const file =
    files.find(({ part }) => part === 'chain') ?? files.find(({ part }) => part === 'certificate');
  const blob = useAnalysis(({ analysis }) => analysis?.blobs.find(({ id }) => id === file?.blobId));
  if (file === undefined || blob === undefined) return null;
  if (blob.placedAs.length > 0)
    return (
      <p className="ct-note" role="status">
        Placed: {blob.placedAs.join(', ')}.
      </p>
    );
  const wanted = blob.places.filter(({ targetKey }) => targetKey === into);
  const others = blob.places.filter(({ targetKey }) => targetKey !== into);
  return <PlaceButtons blobId={file.blobId} path={file.path} places={[...wanted, ...others]} />;
}
