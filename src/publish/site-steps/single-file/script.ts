import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'

const client = fileURLToPath(new URL('../../../client/', import.meta.url)).replaceAll('\\', '/')

/** The scripts of the pages as one classic script: browsers load no module from a disk. */
export async function bundleScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    root: client,
    publicDir: false,
    logLevel: 'warn',
    plugins: [indexFromFile],
    build: {
      write: false,
      // The styles are written for the browsers of the site already.
      cssTarget: 'esnext',
      // As a library a bundle is one file, without Vite's helper that fetches further ones.
      lib: { entry: `${client}single-file/main.ts`, formats: ['iife'], name: 'edition' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[]
  return insideHtml(built[0]!.output[0].code)
}

/** The search takes its index from the file instead of the network. */
const indexFromFile: Plugin = {
  name: 'index-from-file',
  enforce: 'pre',
  resolveId: (id, importer) =>
    /^\.\/(?:prefetch|lexicon)\.ts$/.test(id) && importer?.startsWith(`${client}search/`)
      ? id.replace('./', `${client}single-file/`)
      : undefined,
}

/** A script ends at these signs wherever they stand; in strings and patterns they can be written otherwise. */
export const insideHtml = (script: string): string =>
  script.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
