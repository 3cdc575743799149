import { zipSync, type Zippable } from 'fflate'
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { faceRules, scriptsIn, type Script, type ScriptFace } from '../../contract/scripts.ts'
import type { Edition, Text } from '../../edition/model/model.ts'
import type { Book, Resource } from './book.ts'
import { bookOfEdition, type BookOfEditionSurroundings } from './edition-book.ts'
import { navigation } from './navigation.ts'
import { container, packageDocument } from './package.ts'
import { style } from './style.ts'
import { bookOfText, type BookOfTextSurroundings } from './text-book.ts'
import { xhtml, type Document } from './xhtml.ts'

export type { BookOfEditionSurroundings } from './edition-book.ts'
export type { BookOfTextSurroundings } from './text-book.ts'

export interface EpubFiles {
  /** Name → bytes of the fonts that `style.ts` names. */
  fonts: Readonly<Record<string, Uint8Array>>
  /** A face for letters that those fonts lack. */
  face: (face: ScriptFace) => Uint8Array
  /** A figure by its address in the text, its name another for every file; null if there is no such file. */
  figure: (url: string) => { name: string; type: string; bytes: Uint8Array } | null
}

/** A text as EPUB 3.3: a file for each section, then notes, glosses and works. The same input gives the same bytes. */
export const textToEpub = (text: Text, around: BookOfTextSurroundings, files: EpubFiles) =>
  toEpub(bookOfText(text, around), files)

/** All texts of an edition, its glossary and its bibliography as one EPUB. */
export const editionToEpub = (
  edition: Edition,
  around: BookOfEditionSurroundings,
  files: EpubFiles,
) => toEpub(bookOfEdition(edition, around), files)

function toEpub(book: Book, files: EpubFiles): Uint8Array {
  const figures = takeFigures(book.documents, files.figure)
  const documents = book.documents.map((document) => ({
    file: document.file,
    xml: xhtml(document),
  }))
  const found = scriptsIn(documents.map(({ xml }) => xml).join(''))
  const faces = found
    .flatMap(({ faces }) => faces)
    .map((face) => [basename(face.file), files.face(face)] as const)
  const fonts = [...Object.entries(files.fonts), ...faces]
  const resources: Resource[] = [
    { file: 'edition.css', type: 'text/css', bytes: Buffer.from(styleFor(found)) },
    ...fonts.map(([file, bytes]) => ({ file, type: 'font/woff2', bytes })),
    ...figures,
  ]
  const content: Zippable = {
    // First and not compressed, by which reading systems tell an EPUB.
    mimetype: [Buffer.from('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': Buffer.from(container),
    'EPUB/package.opf': Buffer.from(packageDocument(book, resources)),
    'EPUB/nav.xhtml': Buffer.from(navigation(book)),
  }
  for (const { file, xml } of documents) content[`EPUB/${file}`] = Buffer.from(xml)
  for (const { file, bytes } of resources)
    content[`EPUB/${file}`] = [bytes, { level: /woff2$/.test(file) ? 0 : 9 }]
  return zipSync(content, { level: 9, mtime: new Date('2000-01-01T00:00:00Z') })
}

/** With the faces of the scripts that occur. */
function styleFor(found: readonly Script[]): string {
  if (found.length === 0) return style
  const names = found.map(({ family }) => `'${family}', `).join('')
  const rules = found.flatMap((script) => faceRules(script, ({ file }) => basename(file)))
  return [style, ...rules, `html { font-family: 'Edition Serif', ${names}serif; }`].join('\n')
}

const basename = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Leads pictures to their files in the package, which it returns; those without file are left out. */
function takeFigures(documents: readonly Document[], figure: EpubFiles['figure']): Resource[] {
  const found = new Map<string, Resource>()
  for (const { body } of documents)
    visit({ type: 'root', children: body } as Root, 'element', (node, index, parent) => {
      if (node.tagName !== 'img' || !parent || index === undefined) return
      const file = figure(String(node.properties['src']))
      if (!file) {
        ;(parent as Element).children.splice(index, 1)
        return index
      }
      const { name, type, bytes } = file
      found.set(name, { file: name, type, bytes })
      node.properties['src'] = name
      return
    })
  return [...found.values()]
}
