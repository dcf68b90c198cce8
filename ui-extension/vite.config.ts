import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where the engine's war is served; the jar's META-INF/resources become the root of that war. */
const base = '/droveway/';

export default defineConfig({
  base,
  plugins: [react()],
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
  },
  server: {
    port: 5173,
    proxy: { [`${base}api`]: 'http://127.0.0.1:5174' },
  },
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    reporters: ['default', ['junit', { outputFile: 'target/surefire-reports/TEST-page.xml', suiteName: 'page' }]],
    env: { TZ: 'UTC' },
  },
});
