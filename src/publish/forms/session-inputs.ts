import { excerptOf } from '../../edition/model/excerpt.ts'
import type { BibliographyEntry, Edition, Session } from '../../edition/model/model.ts'
import { paragraphsOf } from '../../edition/model/passage.ts'
import { createUrls } from '../../formats/html/site/urls.ts'
import { formInputs, type FormInputs } from './form-inputs.ts'

/** All that the worksheet of a session is made of. */
export interface SessionInputs {
  session: Pick<Session, 'title' | 'aim' | 'task'>
  /** Absolute address of its page. */
  address: string
  passages: FormInputs[]
  /** Asked of the first passage, each before the first paragraph it is about. */
  questions: { at: string[]; text: string }[]
  works: BibliographyEntry[]
}

/** @param read a file of the site; null if there is none */
export function sessionInputs(
  { slug, title, aim, task, passages, questions, works }: Session,
  edition: Edition,
  home: string,
  read: (path: string) => Uint8Array | null,
): SessionInputs {
  const textOf = (slug: string) => edition.texts.find((text) => text.slug === slug)
  const main = textOf(passages[0]!.text)
  return {
    session: { title, aim, task },
    address: createUrls(home).session(slug),
    passages: passages.flatMap((passage) => {
      const text = textOf(passage.text)
      const excerpt = text && excerptOf(text, passage)
      return excerpt ? [formInputs(excerpt, edition, home, read)] : []
    }),
    questions: questions.map(({ at, text }) => ({
      // A section is asked about at its first paragraph.
      at: at.flatMap((id) => (main && paragraphsOf(main, { from: id, to: id })[0]?.number) ?? []),
      text,
    })),
    works: edition.bibliography.filter(({ key }) => works.includes(key)),
  }
}
