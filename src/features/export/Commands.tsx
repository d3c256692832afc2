import type { ExportChoice, PreparedExport } from '../../core/export/index.ts';
import { CopyButton } from '../../ui/index.ts';

/** What to run with the download. */
export function Commands(props: { prepared: PreparedExport | null; choice: ExportChoice }) {
  const { prepared, choice } = props;
  if (prepared === null || prepared.files.length === 0) return null;
  const { name, mediaType } = prepared.download;
  const stem = name.replace(/\.(zip|yaml)$/, '');
  const target =
    mediaType === 'application/yaml'
      ? name
      : choice.format === 'one-file'
        ? `${stem}/manifests.yaml`
        : `${stem}/ --recursive`;
  const unpack = mediaType === 'application/zip' ? `unzip ${name} -d ${stem}\n` : '';
  const command = `${unpack}kubectl apply --dry-run=server -f ${target}\nkubectl apply -f ${target}`;
  return (
    <section aria-label="Then run">
      <h3>Then run</h3>
      <div className="ex-cmd">
        <pre className="mono">{command}</pre>
        <CopyButton text={command} label="Copy the commands" />
      </div>
    </section>
  );
}
