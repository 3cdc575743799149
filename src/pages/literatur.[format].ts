import type { APIRoute } from 'astro'
import { answer, bibliographyFiles } from './_citing.ts'
import { edition } from './_surroundings.ts'

/** `/literatur.bib`, `/literatur.ris`, `/literatur.json`: all works. */
export const getStaticPaths = () =>
  edition.works.length === 0
    ? []
    : bibliographyFiles(
        edition.works.map(({ work }) => work),
        '',
      ).map((content) => ({
        params: { format: content.href.split('.').at(-1)! },
        props: { content },
      }))

export const GET: APIRoute = ({ props }) => answer(props['content'])
