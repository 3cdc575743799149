/** References to a text with a placeholder for the place: written by citeproc at build time, filled in by the browser. */
import CSL from 'citeproc'
import { writeDateInWords, writeYearFirst, writeYears } from './dates.ts'
import { doiAddress } from './doi.ts'
import { versionName } from './csl.ts'
import type { Work } from './csl.ts'
import { toBibtex, toRis } from './exports.ts'
import { locale } from './locale.ts'
import { otherStyles } from './other-styles.ts'
import { ADDRESS, LOCATOR, shield, toPieces } from './pieces.ts'
import type { Piece } from '../contract/reference.ts'
import { prepare } from './prepare.ts'
import { style } from './style.ts'

/**
 * HTML, in which `<i>` is the only element; U+E000 is the placeholder for the address, U+E001 for the place.
 * `after`: the parenthesis after the quotation, in styles that have one; `place`: the reference to a place,
 * `whole`: to the whole text.
 */
export interface ReferenceTemplate {
  after?: string
  place: string
  whole: string
}

export type StyleKey = 'ausgabe' | keyof typeof otherStyles

/**
 * Data with which the browser cites a place in a text (`texte/<slug>/nachweis.json`). U+E000 is the placeholder for
 * the address, U+E001 for the place, such as „Abs. 14, S. 104“.
 * @param doi of the edition of the text, if it has one
 */
export const citationData = (work: Work, doi?: string) => ({
  address: work.URL!,
  version: String(work.version),
  styles: referenceTemplates(work, doi),
  bibtex: toBibtex([{ ...work, URL: ADDRESS }], LOCATOR),
  ris: toRis([{ ...work, URL: ADDRESS }], LOCATOR),
  csl: work,
})

/** In the style of the edition. */
export const ownTemplate = (work: Work, doi?: string): ReferenceTemplate =>
  wholeBy(doi, inNotes(processor(style, locale, prepare(withoutDoi(work), undefined)), work))

export function referenceTemplates(work: Work, doi?: string): Record<StyleKey, ReferenceTemplate> {
  const { chicago, mla, apa } = otherStyles
  return {
    ausgabe: ownTemplate(work, doi),
    chicago: wholeBy(doi, inNotes(german(chicago, work, writeDateInWords), work)),
    mla: wholeBy(doi, inList(german(mla, work, writeDateInWords), work, '.')),
    apa: wholeBy(doi, inList(german(apa, work, writeYearFirst), work, '')),
  }
}

/** The whole text is cited by its DOI, a place by the address that leads to it. */
const wholeBy = (doi: string | undefined, template: ReferenceTemplate): ReferenceTemplate =>
  doi === undefined
    ? template
    : { ...template, whole: template.whole.replaceAll(ADDRESS, escape(doiAddress(doi))) }

/** Without a DOI the style prints the address in the edition, where the cited place can be found. */
const withoutDoi = ({ DOI: _doi, ...work }: Work): Work => work as Work

type Engine = InstanceType<typeof CSL.Engine>

function processor(csl: string, terms: string, item: object): Engine {
  const system = { retrieveLocale: () => terms, retrieveItem: () => item }
  return new CSL.Engine(system, csl, 'de-DE', true)
}

/**
 * With German quotation marks. Dates are given in the words in which they are printed, as citeproc knows no circa, no year
 * before Christ and no German range: `available-date` is the whole one, `issued` the years.
 */
function german(csl: string, work: Work, write: typeof writeYearFirst): Engine {
  const { DOI: _doi, version, ...rest } = work
  const item = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      typeof value === 'string' && key !== 'type' ? shield(value) : value,
    ]),
  )
  const status = version === undefined ? undefined : versionName(version)
  const asWords = (words: string) => (words === '' ? undefined : { literal: shield(words) })
  const dates = {
    issued: asWords(writeYears(work.issued)),
    'available-date': asWords(write(work.issued)),
  }
  return processor(csl, germanLocale, { ...item, ...dates, status, URL: ADDRESS })
}

const germanLocale = locale
  .replace('>«<', '>„<')
  .replace('>»<', '>“<')
  .replace('>‹<', '>‚<')
  .replace('>›<', '>‘<')

function inNotes(engine: Engine, work: Work): ReferenceTemplate {
  return { place: `${cite(engine, work, LOCATOR)}.`, whole: `${cite(engine, work)}.` }
}

function inList(engine: Engine, work: Work, stop: string): ReferenceTemplate {
  const after = cite(engine, work, LOCATOR)
  const [, html] = engine.makeBibliography()
  const [, words = ''] = /<div class="csl-entry">(.*)<\/div>/s.exec(html[0] ?? '') ?? []
  const entry = toHtml(words.trim()) + stop
  return { after, place: entry, whole: entry }
}

function cite(engine: Engine, { id }: Work, locator?: string): string {
  engine.updateItems([id])
  const where = locator === undefined ? {} : { locator, label: 'page' }
  return toHtml(engine.makeCitationCluster([{ id, position: 0, ...where }]))
}

const toHtml = (html: string): string =>
  toPieces(html, { address: { text: ADDRESS }, locator: LOCATOR })
    .map(markup)
    .join('')

const markup = ({ text, italic }: Piece): string =>
  italic ? `<i>${escape(text)}</i>` : escape(text)

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
