/**
 * `npm run publish:files -- apache|nginx|caddy|netlify [--root /var/www/edition]`: writes the configuration of a web server
 * into the folder of the edition. A file that is there is not overwritten.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { enterEdition, Refused, runCommand } from '../../workspace/index.ts'
import { addressForOthers } from '../address.ts'
import { isServer, servers } from './write.ts'

await runCommand(() => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { root: { type: 'string', default: '/var/www/edition' } },
  })
  const [name = ''] = positionals
  if (!isServer(name) || positionals.length > 1)
    throw new Refused(
      `Say for which server: npm run publish:files -- ${Object.keys(servers).join('|')}`,
    )
  if (!/^\/[\w./-]+$/.test(values.root))
    throw new Refused(
      `--root ${values.root}: Write a path such as /var/www/edition, without spaces.`,
    )
  enterEdition()
  const { site, base } = addressForOthers(`npm run publish:files -- ${name}`)
  const root = values.root.replace(/\/+$/, '')
  const { path, content, says } = servers[name]({ host: new URL(site).host, base, root })
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null
  if (before !== null && before !== content)
    throw new Refused(
      `${path} is there and differs. Remove it, or compare it with this:\n\n${content}`,
    )
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  console.log(`Wrote ${path}. ${says}`)
})
