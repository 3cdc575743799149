import type { Plugin } from 'vite'

/** Lets the dev server read the edition anew when a file of `content/` is changed, added or removed. */
export const watchContent = (folder: string): Plugin => {
  const inside = `${folder.replaceAll('\\', '/')}/`
  return {
    name: 'watch-content',
    // The folder of the edition need not be below that of the code, which Vite watches by itself.
    configureServer: ({ watcher }) => void watcher.add(folder),
    hotUpdate: {
      // Before Astro, which reloads the pages that rest on these modules.
      order: 'pre',
      handler({ file, modules }) {
        if (!file.startsWith(inside)) return
        const reading = [...this.environment.moduleGraph.idToModuleMap.values()].filter(({ id }) =>
          id?.endsWith('/src/edition/index.ts'),
        )
        return [...modules, ...reading]
      },
    },
  }
}
