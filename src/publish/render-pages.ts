import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AstroPrerenderer, RouteData } from 'astro'
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js'
import { putFiles, type Bundle } from './bundle.ts'

/** What the module that Astro makes for rendering pages gives away (`BuildApp` of Astro). */
interface App {
  setInternals: (internals: unknown) => void
  setOptions: (options: unknown) => void
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>
}

/** Beside the folder in which a site grows, since packages are looked for from there. */
export const rendererBeside = (folder: string): string => `${folder}-renderer`

/** Renders pages by the modules of a bundle, as Astro's own prerenderer does. */
export async function openRenderer(
  { renderer, entry, styles }: Bundle,
  folder: string,
): Promise<AstroPrerenderer> {
  await rm(folder, { recursive: true, force: true })
  putFiles(renderer, folder)
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: App }
  app.setInternals({ pagesByKeys: new Map(styles.map(([page, styles]) => [page, { styles }])) })
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } })
  return {
    name: 'bundle',
    getStaticPaths: () => new StaticPaths(app as never).getAll(),
    render: (request, { routeData }) => app.render(request, { routeData }),
    teardown: () => rm(folder, { recursive: true }),
  }
}

const destination = {
  write: ({ level, message }: { level: string; message: string }) => {
    if (level === 'warn' || level === 'error') console.warn(message)
  },
}

/**
 * Renders all pages and files that `src/pages` has routes for; one in `public/` takes the place of one of its name.
 * @param write waits until there is room for another
 */
export async function renderPages(
  { getStaticPaths, render }: AstroPrerenderer,
  { address: base, publicFolder }: { address: URL; publicFolder: string },
  write: (name: string, content: Uint8Array) => Promise<void>,
): Promise<void> {
  const known = new Set<string>()
  for (const { pathname, route } of await getStaticPaths()) {
    const path = pathname.replace(/^\//, '')
    const name = fileOf(path, route)
    if (known.has(name) || existsSync(join(publicFolder, name))) {
      console.warn(`${name} of ${route.component} is left out: there is one of this name.`)
      continue
    }
    known.add(name)
    const address = route.type === 'endpoint' ? path : path.replace(/\/?$/, '/')
    const request = new Request(new URL(address === '/' ? '' : address, base))
    const answer = await render(request, { routeData: route })
    const response = answer instanceof Response ? answer : answer.response
    // A page that is not there has none.
    if (response.body) await write(name, await response.bytes())
  }
}

const fileOf = (path: string, { type }: RouteData): string => {
  if (type === 'endpoint') return path.replace(/\/$/, '')
  if (/^(?:404|500)\/?$/.test(path)) return `${path.replace(/\/$/, '')}.html`
  return `${path.replace(/\/?$/, '/').replace(/^\/$/, '')}index.html`
}
