import type { Remark } from '../../imported-text.ts'
import { question, remark } from '../../report/remark.ts'
import { rangesOf } from './furniture.ts'

/** Printed number of each page: from `--first-page`, from the page itself, or from the labels of the file. */
export function printedNumbers(
  pages: readonly number[],
  firstPage: number | null,
  printed: ReadonlyMap<number, string>,
  labels: readonly string[] | null,
): { numbers: Map<number, string>; remarks: Remark[] } {
  const numbers = new Map<number, string>()
  const remarks: Remark[] = []
  const place = (page: number) => ({ kind: 'page' as const, page, line: 1 })
  const [first = 1] = pages
  if (firstPage !== null) {
    for (const [i, page] of pages.entries()) numbers.set(page, String(firstPage + i))
    const others = pages.filter(
      (page) => printed.has(page) && printed.get(page) !== numbers.get(page),
    )
    if (others.length > 0) {
      const text = `Mit --first-page ${firstPage} ist dies S. ${numbers.get(others[0]!)}; gedruckt ist ${printed.get(others[0]!)}.`
      remarks.push(question('pages', place(others[0]!), text))
    }
    return { numbers, remarks }
  }
  const isTelling = labels !== null && labels.some((label, i) => label !== String(i + 1))
  if (printed.size > 0) {
    for (const [page, label] of printed) numbers.set(page, label)
    const filled = fill(pages, numbers)
    const text = `Seitenzahlen des Drucks aus Kopf oder Fuß der Seiten: ${numbers.get(pages.find((page) => numbers.has(page))!)} bis ${numbers.get(pages.findLast((page) => numbers.has(page))!)}.`
    remarks.push(remark('pages', place(first), text))
    if (filled.length > 0)
      remarks.push(
        remark(
          'pages',
          place(filled[0]!),
          `Ohne gedruckte Seitenzahl, nach den Nachbarseiten gezählt: S. ${rangesOf(filled)} der Datei.`,
        ),
      )
    const differ = isTelling
      ? pages.filter((page) => printed.has(page) && labels[page - 1] !== printed.get(page))
      : []
    if (differ.length > 0) {
      const page = differ[0]!
      const sentence = `Gedruckt ist S. ${printed.get(page)}, die Datei nennt die Seite ${labels![page - 1] || '(ohne Zahl)'}; die gedruckte gilt.`
      remarks.push(question('pages', place(page), sentence))
    }
    return { numbers, remarks }
  }
  if (isTelling) {
    for (const page of pages) if (labels[page - 1]) numbers.set(page, labels[page - 1]!)
    remarks.push(remark('pages', place(first), 'Seitenzahlen nach den Angaben der Datei.'))
    return { numbers, remarks }
  }
  const text =
    'Keine Seitenzahlen des Drucks gefunden; --first-page nennt die Zahl der ersten Seite.'
  remarks.push(remark('pages', place(first), text))
  return { numbers, remarks }
}

/** Numbers of pages without one, between or beside pages that count on. */
function fill(pages: readonly number[], numbers: Map<number, string>): number[] {
  const known = [...numbers].filter(([, label]) => /^\d+$/.test(label))
  const filled: number[] = []
  for (const page of pages) {
    if (numbers.has(page)) continue
    const before = known.findLast(([other]) => other < page)
    const after = known.find(([other]) => other > page)
    const counted = [before, after].flatMap((one) => (one ? [Number(one[1]) + page - one[0]] : []))
    const [number] = counted
    if (number === undefined || number < 1 || new Set(counted).size > 1) continue
    numbers.set(page, String(number))
    filled.push(page)
  }
  return filled
}
