import type { APIRoute } from 'astro'
import { answer, bibliographyFiles, ownFiles, placeFile, worksOf } from '../../_citing.ts'
import { edition, urls } from '../../_surroundings.ts'

/** The text and its literature for other programs, and what its page needs to cite a place. */
export const getStaticPaths = () =>
  edition.texts.flatMap((text) =>
    [
      placeFile(text),
      ...ownFiles(text),
      ...bibliographyFiles(worksOf(text), urls.text(text.slug)),
    ].map((content) => ({
      params: { slug: text.slug, file: content.href.split('/').at(-1)! },
      props: { content },
    })),
  )

export const GET: APIRoute = ({ props }) => answer(props['content'])
