import type { Session } from '../model/model.ts'
import { readData, type Reading } from './read-data.ts'
import { sessionSchema } from '../model/schemas.ts'
import { readSlug } from './read-slug.ts'

/** One file of content/seminar/. */
export function readSession(path: string, source: string): Reading<Session> {
  const { data, problems, at } = readData(source, path, sessionSchema)
  const { slug, problems: unfit } = readSlug(path)
  return { data: data && { ...data, slug, path }, problems: [...problems, ...unfit], at }
}
