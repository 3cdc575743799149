import type { APIRoute } from 'astro'
import { answer, bibliographyFiles, ownFiles, placeFile, worksOf } from '../../_citing.ts'
import { edition, urls } from '../../_surroundings.ts'

/** Files of a text: its reference and its works for reference managers, and the data to cite a passage. */
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
