/** Sets PDFs for tests by Typst, with the fonts of the edition. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const fontBlobs = ['Regular', 'It', 'Semibold', 'Bold'].map((style) =>
  readFileSync(require.resolve(`source-serif/OTF/SourceSerif4-${style}.otf`)),
)
let compiler: NodeCompiler | undefined

const page = `
#set page(width: 420pt, height: 595pt, margin: 60pt)
#set text(font: "Source Serif 4", size: 10pt, lang: "de")
#set par(justify: true, spacing: 0.65em, first-line-indent: 1.2em)
`

/** The PDF of a source; `files`: pictures by name. Typst marks up the structure of the text by itself. */
export function typstPdf(source: string, files: Record<string, Uint8Array> = {}): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: process.cwd() })
  for (const [name, bytes] of Object.entries(files))
    compiler.mapShadow(join(process.cwd(), name), Buffer.from(bytes))
  return new Uint8Array(compiler.pdf({ mainFileContent: page + source }))
}
