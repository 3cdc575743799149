import { coveredBy, type Range } from '../../ranges.ts'
import { positionIn, type Mark, type Passage, type Remark } from '../../imported-text.ts'
import type { ImportPosition } from '../../import-position.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { surnameOf } from './names.ts'
import type { Mention } from './read-mention.ts'
import type { NamedWork } from './cited-works.ts'
import { bare, distance } from './similar.ts'

/** Remarks on a resolved mention with something unusual. */
export function remarksOn(
  mention: Mention,
  { work, printed }: NamedWork,
  note: string,
  at: ImportPosition,
): Remark[] {
  const say = (sentence: string) =>
    remark('references', at, `Anm. ${note}: ${sentence} (${work.id}).`)
  const remarks: Remark[] = []
  if ('names' in mention && mention.names.quotedPerson)
    remarks.push(say(`zitiert wird ${mention.names.quotedPerson}, nach einem anderen Werk`))
  if (mention.kind === 'short') {
    for (const surname of mention.names.people.map(surnameOf)) {
      const nearest = printed.surnames.find((name) => distance(bare(name), bare(surname)) <= 1)
      if (nearest && bare(nearest) !== bare(surname))
        remarks.push(say(`${quoted(surname)} steht zuvor als ${quoted(nearest)}; so belassen`))
    }
  }
  if (mention.kind === 'short' || (mention.kind === 'idem' && !mention.reference)) {
    const [short, full] = [bare(mention.title), bare(printed.title)]
    if (!full.startsWith(short))
      remarks.push(
        say(
          `${quoted(mention.title)} weicht vom ersten Titel ${quoted(printed.title)} ab; so belassen`,
        ),
      )
  }
  if (mention.kind === 'full' && bare(work.title ?? '') !== bare(mention.reference.title))
    remarks.push(
      say(
        `die Bibliografie hat den Titel ${quoted(work.title ?? '', 90)}, gedruckt ist ${quoted(mention.reference.title, 90)}`,
      ),
    )
  return remarks
}

const standsForAWork = /(?<!\p{L})(?:ebd\.|a\. ?a\. ?O\.|(?:ders|dies)\.(?=:))/giu

/** Marks of „ebd.“ and the like that are not linked: as they are written, they name no work. */
export function unlinked({ text }: Passage, linked: readonly Range[]): Mark[] {
  const isLinked = coveredBy(linked)
  return [...text.matchAll(standsForAWork)]
    .filter(({ index }) => !isLinked(index))
    .map(({ index, 0: words }) => ({
      kind: 'work',
      key: '-',
      from: index,
      to: index + words.length,
    }))
}

/** Questions about „ebd.“ and the like that are not part of any mention. */
export function leftOver(
  passage: Passage,
  taken: readonly { from: number; to: number }[],
  note: string,
): Remark[] {
  const isTaken = coveredBy(taken)
  return [...passage.text.matchAll(standsForAWork)]
    .filter(({ index }) => !isTaken(index))
    .map(({ index, 0: words }) => {
      const sentence = `Anm. ${note}: ${quoted(words)} ist nicht verknüpft; statt \`[${words}](work:-)\` ist \`[${words}](work:SCHLÜSSEL)\` zu schreiben, wenn ein Werk gemeint ist.`
      return question('references', positionIn(passage, index), sentence)
    })
}
