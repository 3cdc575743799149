import {
  doses,
  limits,
  notesShown,
  type Assignment,
} from '../../../../src/contract/assignment/model.ts'
import type { Random } from '../../ledger/random.ts'

const pieces =
  'Woran erkennt man einen Takt? «Uhr» ‹Werk› „so“ – Leser*innen, 5 % & mehr. ÄÖÜß \n 𝔘 🕰️ é \u202f <b> " \\ 時計'.split(
    ' ',
  )

export function randomAssignment({ below, pick }: Random): Assignment {
  const words = (most: number) => Array.from({ length: below(most) }, () => pick(pieces)).join(' ')
  const number = () => `${1 + below(180)}${below(10) === 0 ? pick(['a', 'b', 'aa']) : ''}`
  return {
    title: words(14).slice(0, limits.title).toWellFormed(),
    date: below(2) === 0 ? '' : `2026-${String(1 + below(12)).padStart(2, '0')}-28`,
    aim: words(30),
    task: words(120),
    text: pick(['uhren', 'von-uhren-und-takten', 'abs-1', '7']),
    version: pick(['1.0', '2.13', '']),
    from: number(),
    to: number(),
    questions: Array.from({ length: below(9) }, (_, i) => ({
      at: Array.from({ length: below(4) }, number),
      text: `${i}: ${words(40)}`,
    })),
    glossen: pick(doses),
    anmerkungen: pick(notesShown),
  }
}
