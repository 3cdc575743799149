import { defineMiddleware } from 'astro:middleware'
import formulas from '../styles/formulas.css?inline'
import verse from '../styles/verse.css?inline'
import { scriptFaces } from './script-faces.ts'
import { sheetsFor } from './sheets-for.ts'

/** Styles of what few texts have. */
const sheets = [
  { wanted: /<math[ >]/, css: formulas },
  { wanted: /class="?(?:verse|drama|epigraph|dedication|signature|endmatter)\b/, css: verse },
]

/** Writes the styles of formulas, verse and letters of other scripts into pages that show any, behind those of all pages. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next()
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  const html = await response.text()
  return new Response(
    html.replace('</head>', (end) => sheetsFor(html, sheets, scriptFaces(html)) + end),
    response,
  )
})
