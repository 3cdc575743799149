/** Lets Node run the engine's TypeScript below node_modules, where it strips no types by itself. */
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

const own = new URL('../', import.meta.url).href

registerHooks({
  load(url, context, nextLoad) {
    const [path] = url.split(/[?#]/)
    if (!path.startsWith(own) || !path.endsWith('.ts')) return nextLoad(url, context)
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(path), 'utf8'))
    return { format: 'module', source, shortCircuit: true }
  },
})
