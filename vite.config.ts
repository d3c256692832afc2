import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { securityPolicy } from './scripts/lib/policy-plugin.mjs';
import { securityHeaders } from './scripts/lib/security-policy.mjs';

export default defineConfig({
  // Relative addresses: the build also works below a path of a static host.
  base: './',
  plugins: [react(), securityPolicy()],
  worker: { format: 'es' },
  preview: { headers: securityHeaders },
  build: {
    target: 'es2023',
    // Read by the bundle budgets.
    manifest: true,
    // A font as a data: address would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Size is judged by the budgets, compressed.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    // All times are UTC; a zone with an odd offset shows whoever forgets it.
    env: { TZ: 'Asia/Kathmandu' },
    setupFiles: ['scripts/property-seed.ts'],
    // Limits against hanging only: no test depends on speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
