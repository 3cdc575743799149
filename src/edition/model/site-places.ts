import { sitePages } from '../../contract/addresses.ts'
import type { Edition } from './model.ts'

/** Pages that list one kind of content; where there is none of it, the page is not there. */
const lists = { glossar: 'terms', literatur: 'works', seminar: 'sessions' } as const

type Listed = Pick<Edition, (typeof lists)[keyof typeof lists]>

const isList = (page: string): page is keyof typeof lists => Object.hasOwn(lists, page)

export const hasPage = (edition: Listed, page: string): boolean =>
  !isList(page) || edition[lists[page]].length > 0

/** The pages of the site that are made of no file of content. */
export const sitePagesOf = (edition: Listed): string[] =>
  sitePages.filter((page) => hasPage(edition, page))
