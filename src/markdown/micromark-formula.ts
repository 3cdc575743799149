import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula'
    formulaBlock: 'formulaBlock'
    formulaFence: 'formulaFence'
    formulaData: 'formulaData'
  }
}

const dollar = 36
const isLineEnd = (code: Code) => code !== null && code < -2 && code > -6
const isSpace = (code: Code) => code === 32 || code === -1 || code === -2
const isWord = (code: Code) =>
  code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code))

/** What a formula begins with: no comma or bracket that closes, as in „7 $, US$“. */
const mayBegin = (code: Code) =>
  code !== null && code > 0 && /[\p{L}\p{N}\p{Sm}\\([{|-]/u.test(String.fromCharCode(code))

/**
 * `$…$` and `$$…$$` in a paragraph. No letter, digit or dollar stands before it, no letter or digit behind it, and no
 * space inside at the ends of `$…$`, so that „5 $ und 7 $“ and „$5, $7“ are words.
 */
const tokenizeText: Tokenizer = function (effects, ok, nok) {
  const { previous } = this
  let size = 0
  let last: Code = null
  return (code) => {
    if (isWord(previous) || previous === dollar) return nok(code)
    effects.enter('formula')
    effects.enter('formulaFence')
    return opening(code)
  }
  function opening(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      effects.consume(code)
      size += 1
      return opening
    }
    effects.exit('formulaFence')
    const begins = size === 1 ? mayBegin(code) : code !== null && code !== dollar
    return begins ? between(code) : nok(code)
  }
  function between(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (isLineEnd(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      last = code
      return between
    }
    if (code === dollar) {
      if (size === 1 && (isSpace(last) || isLineEnd(last))) return nok(code)
      effects.enter('formulaFence')
      return closing(size)(code)
    }
    effects.enter('formulaData')
    return data(code)
  }
  function data(code: Code): State | undefined {
    if (code === null || code === dollar || isLineEnd(code)) {
      effects.exit('formulaData')
      return between(code)
    }
    effects.consume(code)
    last = code
    return code === 92 ? escaped : data
  }
  /** `\$` is a sign of the formula. */
  function escaped(code: Code): State | undefined {
    if (code !== dollar) return data(code)
    effects.consume(code)
    last = code
    return data
  }
  function closing(left: number): State {
    return (code) => {
      if (left > 0) {
        if (code !== dollar) return nok(code)
        effects.consume(code)
        return closing(left - 1)
      }
      if (code === dollar || isWord(code)) return nok(code)
      effects.exit('formulaFence')
      effects.exit('formula')
      return ok(code)
    }
  }
}

/** `$$` on a line of its own, lines of TeX without an empty one, `$$` on a line of its own. */
const tokenizeBlock: Tokenizer = function (effects, ok, nok) {
  const self = this
  let lines = 0
  let size = 0
  return (code) => {
    if (self.interrupt) return nok(code)
    effects.enter('formulaBlock')
    effects.enter('formulaFence')
    return fence(code)
  }
  function fence(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      effects.consume(code)
      size += 1
      return fence
    }
    if (size < 2) return nok(code)
    if (isSpace(code)) {
      effects.consume(code)
      return fence
    }
    if (lines === 0 ? !isLineEnd(code) : code !== null && !isLineEnd(code)) return nok(code)
    effects.exit('formulaFence')
    if (lines === 0) return lineEnd(code)
    effects.exit('formulaBlock')
    return ok(code)
  }
  function lineEnd(code: Code): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return indent
  }
  function indent(code: Code): State | undefined {
    if (self.parser.lazy[self.now().line] || code === null || isLineEnd(code)) return nok(code)
    if (isSpace(code)) {
      effects.enter('linePrefix')
      return spaces(code)
    }
    return line(code)
  }
  function spaces(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code)
      return spaces
    }
    effects.exit('linePrefix')
    return code === null || isLineEnd(code) ? nok(code) : line(code)
  }
  function line(code: Code): State | undefined {
    if (code === dollar) {
      if (lines === 0) return nok(code)
      size = 0
      effects.enter('formulaFence')
      return fence(code)
    }
    lines += 1
    effects.enter('formulaData')
    return rest(code)
  }
  function rest(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (isLineEnd(code)) {
      effects.exit('formulaData')
      return lineEnd(code)
    }
    effects.consume(code)
    return rest
  }
}

const text: Construct = { name: 'formula', tokenize: tokenizeText }
const block: Construct = { name: 'formulaBlock', tokenize: tokenizeBlock, concrete: true }

/** Formulas in TeX. */
export const formulaSyntax: Extension = { text: { [dollar]: text }, flow: { [dollar]: block } }
