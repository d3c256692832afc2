import { Scan, ZoomIn, ZoomOut } from 'lucide-react';
import { IconButton } from '../../../ui/index.ts';
import type { Camera } from './use-camera.ts';

export function ZoomControls({ camera }: { camera: Camera }) {
  return (
    <div className="grp" role="group" aria-label="Zoom">
      <IconButton size="sm" icon={ZoomOut} label="Zoom out" onClick={camera.zoomOut} />
      <IconButton size="sm" icon={ZoomIn} label="Zoom in" onClick={camera.zoomIn} />
      <IconButton size="sm" icon={Scan} label="Fit to view" shortcut="F" onClick={camera.fit} />
    </div>
  );
}
