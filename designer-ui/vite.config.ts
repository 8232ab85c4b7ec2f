import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: '/designer/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The content security policy allows no scripts or styles in data addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    // The sample campaigns lie beside the designer.
    fs: { allow: ['.', '../samples/campaigns'] },
    // The server takes changes from pages of its own address only, so it must see that of this one.
    proxy: {
      '/api': {
        target: process.env.SLUICE_SERVER ?? 'http://127.0.0.1:8080',
        changeOrigin: false,
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
  },
})
