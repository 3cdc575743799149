/** Adds words with their formatting to a paragraph; what is lost of it is counted for the report. */
import type { ImportPosition } from '../../import-position.ts'
import type { MarkKind, Remark } from '../../imported-text.ts'
import { question } from '../../report/remark.ts'
import { plainCharacters } from '../characters.ts'
import type { Role } from './flow.ts'
import type { RunBuilder } from './run-builder.ts'
import { meaningOf } from './run-format.ts'
import { isSymbolFont, symbolCharacter } from './symbols.ts'
import type { Tally } from './tally.ts'
import type { TextProperties } from './text-properties.ts'

/** How words look and where they stand. */
export interface Look {
  own: TextProperties
  /** What the style of the paragraph states. */
  around: TextProperties
  role: Role
  /** Address of a link around the words. */
  link: string | null
  /** What the file states where nothing else is stated. */
  language: string | undefined
  at: ImportPosition
}

export class FormattedWords {
  readonly #tally: Tally
  readonly #remarks: Remark[]

  constructor(tally: Tally, remarks: Remark[]) {
    this.#tally = tally
    this.#remarks = remarks
  }

  add(builder: RunBuilder, text: string, look: Look): void {
    const { own, at } = look
    if (own.hidden === true) return this.#hidden(text, at)
    const plain = plainCharacters(text)
    if (!isSymbolFont(own.font)) return this.#write(builder, plain, look)
    for (const character of plain) this.symbol(builder, own.font!, character.codePointAt(0)!, look)
  }

  /** A character by its code in a font. */
  symbol(builder: RunBuilder, font: string, code: number, look: Look): void {
    const isCode = Number.isSafeInteger(code) && code >= 0 && code <= 0x10ffff
    const character = isCode ? symbolCharacter(font, code) : null
    if (character === null) {
      const which = `${font || 'ohne Namen'} (${isCode ? code.toString(16).toUpperCase() : '?'})`
      const sentence = `Ein Zeichen der Schrift ${which} ist nicht lesbar; an seiner Stelle steht \uFFFD.`
      this.#remarks.push(question('characters', look.at, sentence))
    }
    this.#write(builder, character ?? '\uFFFD', look)
  }

  #write(builder: RunBuilder, text: string, look: Look): void {
    const { own, around, role, link, language, at } = look
    const { kinds, otherEmphasis } = meaningOf(own, around, role, {
      isLink: link !== null,
      text,
      language,
    })
    if (/\S/.test(text)) this.#count(text, own, otherEmphasis, at)
    if (/[\uE000-\uF8FF]/.test(text))
      this.#tally.add(
        'private',
        { topic: 'characters', at, words: text, question: true },
        (_, shown) =>
          `Zeichen, die nur eine bestimmte Schrift kennt, stehen im Text: ${shown}. Bitte ersetzen.`,
      )
    const marks: MarkKind[] = link === null ? kinds : [...kinds, { kind: 'link', url: link }]
    builder.add(text, marks, at)
  }

  #count(
    words: string,
    own: TextProperties,
    emphasis: 'underlined' | 'spaced' | null,
    at: ImportPosition,
  ): void {
    const what = { topic: 'characters', at, words } as const
    if (emphasis === 'underlined')
      this.#tally.add(
        emphasis,
        what,
        (count, shown) => `Unterstreichung steht als Kursivierung (${count}-mal): ${shown}.`,
      )
    if (emphasis === 'spaced')
      this.#tally.add(
        emphasis,
        what,
        (count, shown) => `Sperrung steht als Kursivierung (${count}-mal): ${shown}.`,
      )
    if (own.struck === true)
      this.#tally.add(
        'struck',
        { ...what, question: true },
        (_, shown) => `Durchgestrichenes steht ohne Strich im Text: ${shown}.`,
      )
  }

  #hidden(words: string, at: ImportPosition): void {
    if (!/\S/.test(words)) return
    this.#tally.add(
      'hidden',
      { topic: 'dropped', at, words, leftOut: true },
      (_, shown) => `Verborgener Text ist weggelassen: ${shown}.`,
    )
  }
}
