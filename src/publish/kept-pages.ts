import type { AstroPrerenderer } from 'astro'
import type { KeepAwaited } from '../kept/keep.ts'

/**
 * Renders again only pages whose `cacheKey` (of `getStaticPaths`) or code has changed. Astro's own
 * `experimental.incrementalBuild` asks for the same key, but compares also the modules of a page, and ours import all
 * texts as one of them.
 * @param base path of the site, with a slash at its end
 * @param begun called when the edition is read and no page is rendered yet
 */
export function keepPages(
  inner: AstroPrerenderer,
  keep: KeepAwaited,
  base: string,
  begun: () => void = () => {},
): AstroPrerenderer {
  const keys = new Map<string, string>()
  return {
    ...inner,
    name: 'kept-pages',
    getStaticPaths: async () => {
      const paths = await inner.getStaticPaths()
      for (const { pathname, cacheKey } of paths)
        if (cacheKey !== undefined) keys.set(bare(pathname), cacheKey)
      begun()
      return paths
    },
    render: async (request, options) => {
      const path = bare(decodeURI(new URL(request.url).pathname).slice(base.length))
      const key = keys.get(path)
      if (key === undefined) return inner.render(request, options)
      const { body, headers, status } = await keep('page', [path, key], async () => {
        const rendered = await inner.render(request, options)
        const response = rendered instanceof Response ? rendered : rendered.response
        const { headers, status } = response
        return { body: await response.bytes(), headers: [...headers], status }
      })
      return new Response(body, { headers, status })
    },
  }
}

const bare = (path: string): string => path.replace(/^\/|\/$/g, '')
