import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { AstroIntegration } from 'astro'
import { rememberBundle, takeBundle } from './bundle.ts'

/** Keeps Vite from copying all of public/, before it is known which texts the site leaves out. */
const copyNothing: Plugin = {
  name: 'copy-nothing',
  configEnvironment: {
    order: 'post',
    handler: () => ({ build: { copyPublicDir: false } }),
  },
}

/**
 * Astro integration that takes what Vite has made of the code, and has Astro render nothing: that is done by
 * render-pages.ts, with this bundle or a kept one.
 */
export function publish(): AstroIntegration {
  let folder: string
  let pages: ReadonlyMap<string, { styles: unknown[] }>
  return {
    name: 'publish',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [copyNothing] } })
      },
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir)
      },
      'astro:build:setup': ({ pages: ofBuild }) => {
        pages = ofBuild
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'nothing',
          setup: async () => rememberBundle(await takeBundle(folder, pages)),
          getStaticPaths: async () => [],
          render: async () => new Response(),
        })
      },
    },
  }
}
