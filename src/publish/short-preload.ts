/**
 * A script that is loaded by need brings its neighbours along in the same round trip. Vite’s own helper for that also
 * does styles and errors, which no script of ours has, and weighs as much as a tenth of all that a text loads.
 */
export const shortPreload = () => ({
  name: 'short-preload',
  enforce: 'pre' as const,
  load: (id: string) => (id.endsWith('vite/preload-helper.js') ? helper : undefined),
})

const helper = `
const asked = new Set()
export const __vitePreload = (load, neighbours = []) => {
  for (const path of neighbours) {
    const { href } = new URL('../' + path, import.meta.url)
    if (asked.has(href)) continue
    asked.add(href)
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
  }
  return load()
}`
