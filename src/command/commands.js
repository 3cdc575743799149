import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Command → module and its first arguments: the scripts of package.json whose module is in the package.
 * @param {string} engine folder
 * @param {Record<string, string>} scripts
 * @returns {Map<string, string[]>}
 */
export const commandsOf = (engine, scripts) =>
  new Map(
    Object.entries(scripts).flatMap(([name, script]) => {
      const [node, module = '', ...args] = script.split(' ')
      const isThere = node === 'node' && /^src\//.test(module) && existsSync(join(engine, module))
      return isThere ? [[name, [module, ...args]]] : []
    }),
  )
