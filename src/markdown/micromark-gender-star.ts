import type { Construct, Extension, Tokenizer } from 'micromark-util-types'

const letter = /[\p{L}\p{N}]/u
const isLetter = (code: number | null) =>
  code !== null && code > 0 && letter.test(String.fromCharCode(code))

const tokenize: Tokenizer = function (effects, ok, nok) {
  return (code) => {
    if (!isLetter(this.previous)) return nok(code)
    effects.enter('data')
    effects.consume(code)
    effects.exit('data')
    return (next) => (isLetter(next) ? ok(next) : nok(next))
  }
}

const genderStar: Construct = { name: 'genderStar', tokenize }

/**
 * A star between two letters or digits is text, so that `Akteur*innen und Nutzer*innen` and `2*3` keep their stars.
 * Emphasis inside a word is written with tags (styled.ts).
 */
export const genderStarSyntax: Extension = { text: { 42: genderStar } }
