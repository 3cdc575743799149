import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import { buildTargets } from '../../browser-floor.ts'

const client = fileURLToPath(new URL('../../../client/', import.meta.url)).replaceAll('\\', '/')

/** Bundles the scripts of the pages as a classic script, since browsers do not load modules from a disk. */
export async function bundleScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    root: client,
    publicDir: false,
    logLevel: 'warn',
    plugins: [indexFromFile],
    build: {
      write: false,
      target: buildTargets,
      cssTarget: buildTargets,
      // In library mode the bundle is one file, without Vite's helper that loads others.
      lib: { entry: `${client}single-file/main.ts`, formats: ['iife'], name: 'edition' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[]
  return insideHtml(built[0]!.output[0].code)
}

/** Makes the search read its index from the file instead of the network. */
const indexFromFile: Plugin = {
  name: 'index-from-file',
  enforce: 'pre',
  resolveId: (id, importer) =>
    /^\.\/(?:prefetch|lexicon)\.ts$/.test(id) && importer?.startsWith(`${client}search/`)
      ? id.replace('./', `${client}single-file/`)
      : undefined,
}

/** Escapes the characters that would end a script element, even inside strings and regular expressions. */
export const insideHtml = (script: string): string =>
  script.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
