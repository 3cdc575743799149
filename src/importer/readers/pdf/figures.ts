/** Pictures between the paragraphs of the text, with their captions. */
import type { Block, Remark } from '../../imported-text.ts'
import { question, remark } from '../../report/remark.ts'
import { PictureStore } from '../office/picture-store.ts'
import { isCaption } from './floats.ts'
import { rangesOf } from './furniture.ts'
import { isCentred } from './group-lines.ts'
import type { Measures } from './measures.ts'
import { textOf, type Line } from './page-model.ts'
import { commonStyle, passageOf, type Setting } from './passages.ts'
import type { PagePicture } from './pictures.ts'
import { levelOf, within } from './structure-tree.ts'
import { isGroup, linesIn, type Part, type PicturePart } from './text-blocks.ts'

/** Pictures of the text; those on three pages or more are no part of it, as logos are. */
export function ofText(pictures: readonly PagePicture[]): {
  pictures: PagePicture[]
  remarks: Remark[]
} {
  const same = Map.groupBy(pictures, ({ key }) => key)
  const isOrnament = ({ key }: PagePicture) =>
    new Set(same.get(key)!.map(({ page }) => page)).size > 2
  const ornaments = pictures.filter(isOrnament)
  const [first] = ornaments
  const pages = rangesOf(ornaments.map(({ page }) => page))
  return {
    pictures: pictures.filter((picture) => !isOrnament(picture)),
    remarks: first
      ? [
          remark(
            'dropped',
            { kind: 'page', page: first.page, line: 1 },
            `Bilder, die sich auf mehreren Seiten wiederholen, weggelassen: S. ${pages} der Datei.`,
          ),
        ]
      : [],
  }
}

/** Puts each picture behind what stands above it, and gives it the caption below or above. */
export function withPictures(
  parts: readonly Part[],
  pictures: readonly PagePicture[],
  measures: Measures,
): Part[] {
  const placed = [...parts]
  for (const picture of pictures.toSorted((a, b) => a.page - b.page || a.box.y - b.box.y))
    placed.splice(placeOf(placed, picture), 0, { picture, caption: [] })
  const used = new Set<Part>()
  const captioned = placed.map((part, i): Part => {
    if (!('picture' in part)) return part
    const near = [placed[i + 1], placed[i - 1]].find(
      (other) =>
        other &&
        isGroup(other) &&
        !used.has(other) &&
        isCaptionOf(part.picture, other.lines, measures),
    )
    if (!near || !isGroup(near)) return part
    used.add(near)
    return { ...part, caption: near.lines }
  })
  return captioned.filter((part) => !used.has(part))
}

function placeOf(parts: readonly Part[], { page, box }: PagePicture): number {
  const isAbove = (line: Line) =>
    line.page === page && line.y <= box.y + line.size && line.x < box.right && line.right > box.x
  const above = parts.findLastIndex(
    (part) => linesIn(part).some(isAbove) || ('picture' in part && part.picture.page === page),
  )
  if (above >= 0) return above + 1
  const next = parts.findIndex((part) => linesIn(part).some((line) => line.page >= page))
  if (next < 0) return parts.length
  return linesIn(parts[next]!)[0]!.page < page ? next + 1 : next
}

/** Named as a caption, or a few words below it that look different from the text. */
function isCaptionOf(
  { page, box }: PagePicture,
  lines: readonly Line[],
  { size, leading }: Measures,
): boolean {
  const [first] = lines as [Line, ...Line[]]
  if (first.page !== page) return false
  const distance = first.y > box.y ? first.y - box.bottom : box.y - lines.at(-1)!.y
  if (within(first.block, /^Caption$/)) return distance < 6 * leading
  if (distance > 2.6 * leading || distance < -leading) return false
  if (isCaption({ lines: [...lines], isApart: true })) return !/^Tab/.test(textOf(first))
  const text = lines.map(textOf).join(' ').trim()
  const isDifferent = commonStyle(lines).italic || first.size < 0.96 * size || isCentred(first)
  const isLabel = lines.length === 1 && !/[.:,;!?]$/.test(text)
  const isNamed = levelOf(first.block) !== null
  return (
    first.y > box.y && lines.length < 5 && text.length < 300 && !isNamed && (isDifferent || isLabel)
  )
}

export function figureOf(
  { picture, caption }: PicturePart,
  store: PictureStore,
  setting: Setting,
): Block {
  const { page, element, bytes, key } = picture
  const at = { kind: 'page' as const, page, line: 1 }
  const alternative = within(element, /^Figure$/)?.alternative ?? null
  const figure = store.figure(
    { bytes, ending: 'png', source: key, alternative },
    at,
    setting.remarks,
  )
  if (figure.kind !== 'figure' || caption.length === 0) return figure
  const style = commonStyle(caption)
  return { ...figure, caption: passageOf(caption, setting, style) }
}

/** What is said of a file whose pictures are not read. */
export const tooManyPictures = (page: number): Remark =>
  question(
    'dropped',
    { kind: 'page', page, line: 1 },
    'Die Bilder der Datei sind zu groß oder zu viele, wie bei einem Scan; sie sind nicht übernommen.',
  )
