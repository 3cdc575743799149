import { isBroken, type About } from './block-kinds.ts'
import { languageOf } from '../../apparatus/language.ts'
import type { ElementKind, ScanRemark } from './scan.ts'
import { withoutCalls } from './calls.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { endsWithColon, lastWords } from './sentence.ts'

/** Remark on a piece that continues the paragraph before it. */
export function joinRemark({ piece, wording, last }: About): ScanRemark {
  const before = lastWords(last!.content).slice(-25)
  if (last!.kind === 'heading') {
    const whole = `${last!.content.text} ${wording.text}`
    return remark(
      'headings',
      wording.at[0]!,
      `Zahl und Titel sind eine Überschrift: ${quoted(whole)}.`,
    )
  }
  const where = piece.seam ? 'über das Seitenende' : 'über eine Leerzeile'
  const sentence = `Absatz ${where} verbunden: ${quoted(before)} + ${quoted(wording.text, 25)}.`
  const certain = isBroken(last!)
  return (certain ? remark : question)('paragraphs', wording.at[0]!, sentence)
}

/** Remarks on a piece that begins an element. */
export function remarksOn(kind: ElementKind, level: number, about: About): ScanRemark[] {
  const { wording, last } = about
  const words = quoted(withoutCalls(wording).replace(/^[#>*\s]+|\*+$/g, ''))
  const offset = wording.at[0]!
  switch (kind) {
    case 'heading': {
      const name = level === 1 ? 'Überschrift' : 'Unterüberschrift'
      const odd = /[?!]$/.test(lastWords(wording)) || (last?.level ?? 1) > 1
      return odd
        ? [question('headings', offset, `Als ${name} gelesen, könnte ein Absatz sein: ${words}.`)]
        : [remark('headings', offset, `${name}: ${words}.`)]
    }
    case 'quote':
      return [remark('quotes', offset, `Blockzitat: ${words}.`)]
    case 'quote-more':
      return [remark('quotes', offset, `Weiterer Absatz des Blockzitats: ${words}.`)]
    case 'line':
    case 'item':
      return []
    case 'paragraph': {
      const doubt = doubtAbout(about)
      return doubt ? [question(doubt[0], offset, `${doubt[1]}: ${words}.`)] : []
    }
  }
}

function doubtAbout(about: About): ['quotes' | 'paragraphs', string] | null {
  const { piece, wording, last } = about
  if (!last || last.kind === 'heading' || last.kind === 'item') return null
  if (last.kind !== 'paragraph')
    return languageOf(wording.text) === 'en'
      ? ['quotes', 'Fremdsprachig nach einem Blockzitat; gehört es dazu']
      : null
  if (endsWithColon(last.content))
    return ['quotes', 'Steht nach einem Doppelpunkt; vielleicht ein Blockzitat']
  if (isBroken(last)) return ['paragraphs', 'Der Absatz davor endet ohne Satzzeichen']
  return piece.seam
    ? ['paragraphs', 'Satzende am Seitenende: als neuer Absatz gelesen, könnte aber weitergehen']
    : null
}
