import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    boxFence: 'boxFence'
    boxName: 'boxName'
  }
}

const colon = 58
const isLineEnd = (code: Code) => code === null || (code < -2 && code > -6)

/** A line that begins or ends a box: `::: epigraph`, `:::`. */
const tokenize: Tokenizer = function (effects, ok, nok) {
  let size = 0
  return (code) => {
    effects.enter('boxFence')
    effects.enter('boxName')
    return colons(code)
  }
  function colons(code: Code): State | undefined {
    if (code === colon) {
      effects.consume(code)
      size += 1
      return colons
    }
    return size < 3 ? nok(code) : name(code)
  }
  function name(code: Code): State | undefined {
    if (isLineEnd(code)) {
      effects.exit('boxName')
      effects.exit('boxFence')
      return ok(code)
    }
    effects.consume(code)
    return name
  }
}

const boxFence: Construct = { name: 'boxFence', tokenize }

export const boxSyntax: Extension = { flow: { [colon]: boxFence } }
