import type { Remark } from '../../imported-text.ts'
import { question } from '../../report/remark.ts'
import type { ReadOptions } from '../reader.ts'

/** Options that mean nothing for a file that knows its notes and has no pages of its own. */
export function unheeded({ pages, columns, notes }: ReadOptions): Remark[] {
  const named = [pages && '`--pages`', columns && '`--columns`', notes && '`--notes`'].filter(
    Boolean,
  )
  if (named.length === 0) return []
  const at = { kind: 'paragraph', part: null, paragraph: 1 } as const
  const sentence = `${named.join(', ')} ${named.length === 1 ? 'bleibt' : 'bleiben'} ohne Wirkung: In dieser Art von Datei sind die Anmerkungen bekannt, feste Seiten hat sie nicht.`
  return [question('head', at, sentence)]
}
