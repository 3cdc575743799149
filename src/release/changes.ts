/** What has changed for readers from one release to the next. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Edition, Text } from '../edition/model/model.ts'

/** In the folder of the edition: what the last release was. */
export const releaseFile = '.release.json'

const titled = z.record(z.string(), z.strictObject({ title: z.string(), hash: z.string() }))
const recordSchema = z.strictObject({
  version: z.string(),
  date: z.string(),
  texts: z.record(z.string(), z.strictObject({ title: z.string(), version: z.string() })),
  terms: titled,
  works: titled,
  sessions: titled,
  pages: titled,
})
export type ReleaseRecord = z.output<typeof recordSchema>

/** Null: the file is none that `release` has written. */
export function readRelease(source: string): ReleaseRecord | null {
  try {
    return recordSchema.parse(JSON.parse(source))
  } catch {
    return null
  }
}

export function recordOf(edition: Edition, release: { version: string; date: string }) {
  const hashes = <T>(items: readonly T[], id: (item: T) => string, title: (item: T) => string) =>
    Object.fromEntries(
      items.map((item) => [id(item), { title: title(item), hash: hashOf(item) }] as const),
    )
  return {
    ...release,
    texts: Object.fromEntries(
      edition.texts.map(({ slug, title, version }) => [slug, { title, version }]),
    ),
    terms: hashes(
      edition.terms.map(({ slug, lemma, gloss, article }) => ({ slug, lemma, gloss, article })),
      ({ slug }) => slug,
      ({ lemma }) => lemma,
    ),
    works: hashes(
      edition.works.map(({ work }) => work),
      ({ id }) => id,
      ({ id, title }) => title ?? id,
    ),
    sessions: hashes(
      edition.sessions,
      ({ slug }) => slug,
      ({ title }) => title,
    ),
    pages: hashes(
      edition.pages.map(({ slug, title, tree }) => ({ slug, title, tree })),
      ({ slug }) => slug,
      ({ title }) => title,
    ),
  } satisfies ReleaseRecord
}

/** Of what readers see: without the frontmatter in a tree, and the places of its nodes. */
const hashOf = (item: unknown): string =>
  createHash('sha256').update(JSON.stringify(item, ofReaders)).digest('hex')

function ofReaders(key: string, value: unknown): unknown {
  const isFrontmatter = value instanceof Object && 'type' in value && value.type === 'yaml'
  if (isFrontmatter) return null
  return key === 'position' || key === 'path' ? undefined : value
}

/** Lines in German, as readers may be told them; none: nothing has changed. */
export function changesSince(
  before: ReleaseRecord,
  now: ReleaseRecord,
  texts: readonly Text[],
): string[] {
  const lines: string[] = []
  for (const [slug, { title, version }] of Object.entries(now.texts)) {
    const known = before.texts[slug]
    if (!known) lines.push(`Neuer Text: „${title}“`)
    else if (known.version !== version) {
      const what = paragraphsSince(
        texts.find((text) => text.slug === slug)!,
        known.version,
      )
      lines.push(`„${title}“: Fassung ${version} statt ${known.version}${what && `; ${what}`}`)
    }
  }
  for (const [slug, { title }] of Object.entries(before.texts))
    if (!now.texts[slug]) lines.push(`Nicht mehr enthalten: „${title}“`)
  const kinds = {
    terms: 'Glossar',
    works: 'Literatur',
    sessions: 'Seminar',
    pages: 'Seiten',
  } as const
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    const parts = differences(before[kind], now[kind])
    if (parts.length > 0) lines.push(`${kinds[kind]}: ${parts.join('; ')}`)
  }
  return lines
}

function paragraphsSince({ history, removed }: Text, version: string): string {
  if (!history) return ''
  const later = new Set(history.versions.slice(history.versions.indexOf(version) + 1))
  const added = Object.keys(history.added).filter((number) => later.has(history.added[number]!))
  const changed = Object.keys(history.changed).filter(
    (number) =>
      !added.includes(number) && history.changed[number]!.some((version) => later.has(version)),
  )
  const gone = removed.filter(({ since }) => later.has(since)).map(({ number }) => number)
  return Object.entries({ geändert: changed, neu: added, entfallen: gone })
    .filter(([, numbers]) => numbers.length > 0)
    .map(([what, numbers]) => `${what}: Abs. ${numbers.join(', ')}`)
    .join('; ')
}

type Titled = ReleaseRecord['terms']

function differences(before: Titled, now: Titled): string[] {
  const titles = (of: Titled, ids: string[]) => ids.map((id) => of[id]!.title).join(', ')
  const added = Object.keys(now).filter((id) => !before[id])
  const gone = Object.keys(before).filter((id) => !now[id])
  const changed = Object.keys(now).filter((id) => before[id] && before[id].hash !== now[id]!.hash)
  return [
    ...(added.length > 0 ? [`neu: ${titles(now, added)}`] : []),
    ...(changed.length > 0 ? [`geändert: ${titles(now, changed)}`] : []),
    ...(gone.length > 0 ? [`entfallen: ${titles(before, gone)}`] : []),
  ]
}

/** Whether a version comes after another: 1.10 after 1.9. */
export function isLater(version: string, before: string): boolean {
  const [a, b] = [version, before].map((name) => name.split('.').map(Number)) as [
    number[],
    number[],
  ]
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) > (b[i] ?? 0)
  return false
}
