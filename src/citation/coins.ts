/**
 * COinS (OpenURL context objects, Z39.88-2004, in the title of a span), from which Zotero reads the works on a page.
 * Types that OpenURL lacks are written as Dublin Core with Zotero’s name of the type, as Zotero itself does.
 */
import { fullName, isAndOthers } from './csl.ts'
import { edtf } from './dates.ts'
import type { Work } from './csl.ts'

const genres: Record<string, string> = {
  book: 'book',
  chapter: 'bookitem',
  'entry-dictionary': 'bookitem',
  'entry-encyclopedia': 'bookitem',
  'paper-conference': 'proceeding',
  report: 'report',
}

const kinds: Record<string, string> = {
  article: 'preprint',
  'article-magazine': 'magazineArticle',
  'article-newspaper': 'newspaperArticle',
  interview: 'interview',
  legislation: 'statute',
  motion_picture: 'videoRecording',
  post: 'forumPost',
  'post-weblog': 'blogPost',
  speech: 'presentation',
}

type Pair = readonly [key: string, value: string | number | undefined]

export function toCoins(work: Work): string {
  const shared: Pair[] = [
    ['rft_id', work.DOI && `info:doi/${work.DOI}`],
    ['rft_id', work.URL],
    ...(work.author ?? work.editor ?? [])
      .filter((name) => !isAndOthers(name))
      .map((name): Pair => ['rft.au', fullName(name)]),
    ['rft.date', date(work)],
    ['rft.pages', work.page],
    ['rft.volume', work.volume],
    ['rft.issue', work.issue],
    ['rft.publisher', work.publisher],
    ['rft.place', work['publisher-place'] ?? work['event-place']],
    ['rft.edition', work.edition],
    ['rft.language', work.language],
  ]
  return [['ctx_ver', 'Z39.88-2004'] as Pair, ...described(work), ...shared]
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(value!)}`)
    .join('&')
}

function described(work: Work): Pair[] {
  const format = (name: string): Pair => ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${name}`]
  const container = work['container-title']
  if (work.type === 'article-journal')
    return [
      format('journal'),
      ['rft.genre', 'article'],
      ['rft.atitle', work.title],
      ['rft.jtitle', container],
    ]
  const genre = genres[work.type]
  if (!genre)
    return [
      format('dc'),
      ['rft.type', kinds[work.type] ?? 'webpage'],
      ['rft.title', work.title],
      ['rft.source', container],
    ]
  const isWhole = genre === 'book' || genre === 'report'
  return [
    format('book'),
    ['rft.genre', genre],
    ...(isWhole
      ? [['rft.btitle', work.title] as Pair]
      : [['rft.atitle', work.title] as Pair, ['rft.btitle', container] as Pair]),
  ]
}

const date = ({ issued }: Work): string =>
  edtf(issued)
    .replace(/[~/].*/, '')
    // ContextObjects know no seasons.
    .replace(/^(-?\d{4})-2[1-4]$/, '$1')
