import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform, type Plugin } from 'esbuild'

const inFile = (name: string) =>
  fileURLToPath(new URL(`../../../client/single-file/${name}`, import.meta.url))

/** The scripts of the pages as one classic script: browsers load no module from a disk. */
export async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inFile('main.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    plugins: [indexFromFile, stylesAsText],
  })
  return insideHtml(outputFiles[0]!.text)
}

/** The search takes its index from the file instead of the network. */
const indexFromFile: Plugin = {
  name: 'index-from-file',
  setup: (builder) =>
    builder.onResolve({ filter: /^\.\/(?:prefetch|lexicon)\.ts$/ }, ({ path, importer }) =>
      /[\\/]search[\\/][^\\/]*$/.test(importer) ? { path: inFile(basename(path)) } : undefined,
    ),
}

/** `import css from './x.css?inline'`, as on the site. */
const stylesAsText: Plugin = {
  name: 'styles-as-text',
  setup: (builder) => {
    builder.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?inline', '')),
      namespace: 'styles',
    }))
    builder.onLoad({ filter: /.*/, namespace: 'styles' }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minify: true,
      })
      return { contents: code, loader: 'text' }
    })
  },
}

/** A script ends at these signs wherever they stand; in strings and patterns they can be written otherwise. */
export const insideHtml = (script: string): string =>
  script.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
