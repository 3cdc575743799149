import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { folders, isAudience } from './src/publish/folders.ts'
import { publish } from './src/publish/index.ts'
import { shortPreload } from './src/publish/short-preload.ts'

const audience = process.env.AUDIENCE ?? 'public'
if (!isAudience(audience))
  throw new Error(`AUDIENCE is “${audience}”. Set it to public, course or local.`)

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base: process.env.BASE ?? '/',
  outDir: folders[audience],
  trailingSlash: 'always',
  // The default, 'jsx', glues words together that stand on two lines of a template.
  compressHTML: true,
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  integrations: [publish()],
  vite: {
    // No package reaches the browser: without this a build begins with a search for them.
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [tailwindcss(), shortPreload()],
    define: { 'import.meta.env.AUDIENCE': JSON.stringify(audience) },
  },
})
