import { Download, Eye, EyeOff } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { stemOf, type IssuedItem } from '../../core/certificates/index.ts';
import { makePkcs12, Stopped } from '../../state/index.ts';
import { Button, downloadBytes, IconButton, TextField } from '../../ui/index.ts';

/** Key and chain in one file under a password that is asked for here and kept nowhere. */
export function Pkcs12Form({ item, onClose }: { item: IssuedItem; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [revealed, setRevealed] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async (key: string) => {
    setBusy(true);
    try {
      const chain = item.chain ?? item.certificate ?? '';
      const bytes = await makePkcs12({ chain, key, password, friendlyName: item.name }).answer;
      const mediaType = 'application/x-pkcs12';
      downloadBytes({ name: `${stemOf(item.name)}.p12`, mediaType, bytes });
      onClose();
    } catch (reason) {
      if (!(reason instanceof Stopped))
        setFault(reason instanceof Error ? reason.message : String(reason));
      setBusy(false);
    }
  };
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (password === '') setFault('Java and Windows open no file without a password. Type one.');
    else if (!busy && item.key !== undefined) void make(item.key);
  };
  return (
    <form className="ct-p12" onSubmit={onSubmit}>
      <TextField
        label={`Password for the PKCS#12 file of ${item.name}`}
        type={revealed ? 'text' : 'password'}
        autoComplete="new-password"
        value={password}
        problem={fault}
        onChange={(event) => {
          setPassword(event.target.value);
          setFault(null);
        }}
      />
      <IconButton
        icon={revealed ? EyeOff : Eye}
        label={revealed ? 'Hide the password' : 'Show the password'}
        aria-pressed={revealed}
        onClick={() => {
          setRevealed(!revealed);
        }}
      />
      <Button type="submit" icon={Download} inactive={busy}>
        Download PKCS#12
      </Button>
    </form>
  );
}
