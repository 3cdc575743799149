import { zipSync, type Zippable } from 'fflate'
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Text } from '../../edition/model/model.ts'
import { documentsOf, type EpubSurroundings } from './documents.ts'
import { container, navigation, packageDocument, type PackageData } from './package.ts'
import { style } from './style.ts'
import { xhtml, type Document } from './xhtml.ts'

export type { EpubSurroundings } from './documents.ts'

export interface EpubFiles {
  /** Name → bytes of the fonts that `style.ts` names. */
  fonts: Readonly<Record<string, Uint8Array>>
  /** A figure by its address in the text; null if there is no such file. */
  figure: (url: string) => { name: string; type: string; bytes: Uint8Array } | null
}

/** A text as EPUB 3.3: a file for each section, then notes, glosses and works. The same input gives the same bytes. */
export function textToEpub(text: Text, around: EpubSurroundings, files: EpubFiles): Uint8Array {
  const documents = documentsOf(text, around)
  const figures = takeFigures(documents, files.figure)
  const resources = [
    { file: 'edition.css', type: 'text/css', bytes: Buffer.from(style) },
    ...Object.entries(files.fonts).map(([file, bytes]) => ({ file, type: 'font/woff2', bytes })),
    ...[...figures.values()].map(({ name, type, bytes }) => ({ file: name, type, bytes })),
  ]
  const data: PackageData = { address: around.address, text, documents, resources }
  const content: Zippable = {
    // First and not compressed, by which reading systems tell an EPUB.
    mimetype: [Buffer.from('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': Buffer.from(container),
    'EPUB/package.opf': Buffer.from(packageDocument(data)),
    'EPUB/nav.xhtml': Buffer.from(navigation(data)),
  }
  for (const document of documents)
    content[`EPUB/${document.file}`] = Buffer.from(xhtml(document, text.language))
  for (const { file, bytes } of resources)
    content[`EPUB/${file}`] = [bytes, { level: /woff2$/.test(file) ? 0 : 9 }]
  return zipSync(content, { level: 9, mtime: new Date('2000-01-01T00:00:00Z') })
}

/** Leads pictures to their files in the package; those without file are left out. */
function takeFigures(documents: readonly Document[], figure: EpubFiles['figure']) {
  const found = new Map<string, NonNullable<ReturnType<EpubFiles['figure']>>>()
  for (const { body } of documents)
    visit({ type: 'root', children: body } as Root, 'element', (node, index, parent) => {
      if (node.tagName !== 'img' || !parent || index === undefined) return
      const url = String(node.properties['src'])
      const file = found.get(url) ?? figure(url)
      if (!file) {
        ;(parent as Element).children.splice(index, 1)
        return index
      }
      found.set(url, file)
      node.properties['src'] = file.name
      return
    })
  return found
}
