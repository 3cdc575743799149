import { encode } from 'uqr'

const svg = 'http://www.w3.org/2000/svg'
/** Phones read codes of longer links with difficulty. Characters. */
const comfortable = 900

export type Code = { drawing: SVGSVGElement; hint: string } | { problem: string }

/** The link as a code, black on white whatever the colours of the page. */
export function drawCode(root: Document, link: string): Code {
  const modules = modulesOf(link)
  if (!modules)
    return {
      problem: `Der Link hat ${link.length} Zeichen; das ist zu lang für einen QR-Code. Kürzen Sie Fragen oder Hinweis, oder geben Sie den Link weiter.`,
    }
  const size = modules.length
  const drawing = root.createElementNS(svg, 'svg')
  drawing.setAttribute('xmlns', svg)
  drawing.setAttribute('viewBox', `0 0 ${size} ${size}`)
  drawing.setAttribute('shape-rendering', 'crispEdges')
  drawing.setAttribute('role', 'img')
  drawing.setAttribute('aria-label', 'QR-Code des Links')
  const path = (d: string, fill: string) => {
    const element = root.createElementNS(svg, 'path')
    element.setAttribute('d', d)
    element.setAttribute('fill', fill)
    drawing.append(element)
  }
  path(`M0 0h${size}v${size}h-${size}z`, '#fff')
  const dark = modules.flatMap((row, y) =>
    row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  path(dark.join(''), '#000')
  const hint =
    link.length > comfortable
      ? 'Der Code ist dicht; zeigen oder drucken Sie ihn groß, oder kürzen Sie die Aufgabe.'
      : ''
  return { drawing, hint }
}

/** Null where the link is too long for any code. */
function modulesOf(link: string): boolean[][] | null {
  try {
    return encode(link, { ecc: 'L', border: 4 }).data
  } catch {
    return null
  }
}
