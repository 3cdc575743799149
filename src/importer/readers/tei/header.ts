import type { Head, Remark } from '../../imported-text.ts'
import { start } from '../../import-position.ts'
import { question } from '../../report/remark.ts'
import { namesIn } from '../person-names.ts'
import { childOf, descendants, elementsIn, plainTextIn, textIn, type XmlElement } from '../xml.ts'

/** Title, subtitle and authors: of the header, else of the title page. */
export function headOf(tei: XmlElement, slug: string, remarks: Remark[]): Head {
  const header = childOf(tei, 'teiHeader')
  const statement = header && [...descendants(header)].find(({ name }) => name === 'titleStmt')
  const own = statement ? elementsIn(statement) : []
  const titles = own.filter(({ name }) => name === 'title')
  const main = titles.find(({ attributes }) => attributes['type'] === 'main') ?? titles[0]
  const sub = titles.find(({ attributes }) => /^(?:sub|desc)/.test(attributes['type'] ?? ''))
  const page = [...descendants(tei)].find(({ name }) => name === 'titlePage')
  const parts = page ? [...descendants(page)] : []
  const onPage = (type: RegExp) =>
    parts.find(
      ({ name, attributes }) => name === 'titlePart' && type.test(attributes['type'] ?? 'main'),
    )
  const title = plainTextIn(main ?? onPage(/^main$/)) || firstHead(tei)
  const subtitle = plainTextIn(sub ?? (main ? undefined : onPage(/^sub|^desc/)))
  const authors = own.filter(({ name }) => name === 'author').map(personOf)
  if (authors.length === 0)
    authors.push(
      ...parts.filter(({ name }) => name === 'docAuthor').flatMap((el) => namesIn(textIn(el))),
    )
  if (!title)
    remarks.push(question('head', start, 'Kein Titel gefunden; vorläufig steht der Dateiname da.'))
  if (authors.length === 0)
    remarks.push(question('head', start, 'Kein Name gefunden; `author` ist von Hand einzutragen.'))
  return {
    title: title || slug,
    subtitle: subtitle && subtitle !== title ? subtitle : null,
    authors: authors.length > 0 ? [...new Set(authors)] : ['Unbekannt'],
  }
}

function firstHead(tei: XmlElement): string {
  const body = [...descendants(tei)].find(({ name }) => name === 'body')
  return plainTextIn(body && [...descendants(body)].find(({ name }) => name === 'head'))
}

/** „Vorname Nachname“, whether the parts are marked up or not. */
export function personOf(element: XmlElement): string {
  const all = [...descendants(element)]
  const part = (name: string) => plainTextIn(all.find((one) => one.name === name))
  const [forename, link, surname] = [part('forename'), part('nameLink'), part('surname')]
  if (surname) return [forename, link, surname].filter(Boolean).join(' ')
  return namesIn(plainTextIn(element))[0] ?? plainTextIn(element)
}
