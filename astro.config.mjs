import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { buildTargets } from './src/publish/browser-floor.ts'
import { growingFolder, isAudience } from './src/publish/folders.ts'
import { publish } from './src/publish/index.ts'
import { shortPreload } from './src/publish/short-preload.ts'
import { watchContent } from './src/publish/watch-content.ts'
import { editionFolder } from './src/workspace/index.ts'

const audience = process.env.AUDIENCE ?? 'public'
if (!isAudience(audience))
  throw new Error(`AUDIENCE is “${audience}”. Set it to public, course or local.`)

/** Keeps small what is loaded before a reader does anything: see tests/e2e/budget.spec.ts. */
const scripts = {
  // Else the first script holds all constants that it shares with scripts that are loaded later.
  optimization: { inlineConst: { mode: 'all' } },
  output: {
    codeSplitting: {
      // What panels are made with. Each file more is a request, and a name in the lists of what to preload.
      groups: [
        {
          name: 'panels',
          test: /\/client\/platform\/(announce|copy|element|focus|key-hint|save|sheet)\.ts$/,
        },
        // What all that opens an assignment says.
        {
          name: 'assigned',
          test: /\/client\/assignment\/(answers|file-name|head|messages|question-order|say|session|words)\.ts$/,
        },
      ],
    },
  },
}

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base: process.env.BASE ?? '/',
  // Commands run in the folder of the edition, which need not be that of the code.
  outDir: growingFolder(audience),
  publicDir: resolve(editionFolder(), 'public'),
  trailingSlash: 'always',
  // The default, 'jsx', glues words together that stand on two lines of a template.
  compressHTML: true,
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  integrations: [publish()],
  vite: {
    // No package reaches the browser: without this a build begins with a search for them.
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [tailwindcss(), shortPreload(), watchContent(resolve(editionFolder(), 'content'))],
    build: { rolldownOptions: scripts, target: buildTargets, cssTarget: buildTargets },
    define: { 'import.meta.env.AUDIENCE': JSON.stringify(audience) },
  },
})
