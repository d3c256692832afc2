import './welcome.css';
import { ClipboardPaste, FolderOpen, KeyRound, WandSparkles, WifiOff } from 'lucide-react';
import { studio } from '../../../state/index.ts';
import { Button, Icon } from '../../../ui/index.ts';
import { openFilePicker } from '../intake/open-file-picker.ts';
import { KeptList } from './KeptList.tsx';
import { ExampleGrid } from './ExampleGrid.tsx';
import { HeroDrawing } from './HeroDrawing.tsx';

/** The first screen: what the studio does, and the ways in. */
export function Welcome() {
  return (
    <div className="wel">
      <main id="main" data-region="welcome">
        <h1>See why backend TLS fails, before you apply it</h1>
        <p className="lead">
          Drop your Gateway API manifests and certificates. The studio draws the setup, runs the
          handshake on your files and writes the fix into the YAML.
        </p>
        <section className="dz" aria-label="Open files">
          <HeroDrawing />
          <h2>Drop files anywhere</h2>
          <p>YAML manifests, guides, PEM, DER and PKCS #12, one file or a whole folder</p>
          <div className="acts">
            <Button
              variant="primary"
              size="lg"
              icon={FolderOpen}
              onClick={() => {
                openFilePicker('files');
              }}
            >
              Open files
            </Button>
            <Button
              size="lg"
              icon={ClipboardPaste}
              onClick={() => {
                studio.openDialog('paste');
              }}
            >
              Paste text
            </Button>
            <Button
              size="lg"
              icon={WandSparkles}
              onClick={() => {
                studio.setScreen('new-setup');
              }}
            >
              New setup
            </Button>
          </div>
        </section>
        <KeptList />
        <section aria-label="Examples">
          <h2 className="gh">
            Start from an example <span>Keys and certificates are issued when you open it</span>
          </h2>
          <ExampleGrid />
        </section>
      </main>
      <footer className="safe">
        <span>
          <Icon of={WifiOff} size="m" />
          <span>
            <b>Nothing leaves this page.</b> Its security policy forbids every request after
            loading.
          </span>
        </span>
        <span>
          <Icon of={KeyRound} size="m" />
          Private keys stay in memory, out of links and storage.
        </span>
      </footer>
    </div>
  );
}
