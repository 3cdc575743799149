/**
 * `npm run publish:files -- apache|nginx|caddy|netlify|github [--root /var/www/edition]`: writes the configuration of a web server
 * into the folder of the edition. A file that is there is not overwritten.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import {
  enginePackage,
  engineVersion,
  enterEdition,
  Refused,
  runCommand,
} from '../../workspace/index.ts'
import { addressForOthers } from '../address.ts'
import { isServer, servers } from './write.ts'

interface PackageFile {
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
}

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
  if (name === 'github') refuseUnbuildable()
  if (name === 'caddy' && base.includes('%'))
    throw new Refused(
      `Caddy finds nothing below ${decodeURI(base)}. Choose an address without letters such as ü.`,
    )
  const file = servers[name]({ host: new URL(site).host, base, root })
  const files = { [file.path]: file.content, ...file.besides }
  for (const [path, content] of Object.entries(files))
    if (existsSync(path) && readFileSync(path, 'utf8') !== content)
      throw new Refused(
        `${path} is there and differs. Remove it, or compare it with this:\n\n${content}`,
      )
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  console.log(`Wrote ${Object.keys(files).join(' and ')}. ${file.says}`)
})

/** A computer that has nothing but the repository must be able to build the edition. */
function refuseUnbuildable(): void {
  const read = () => JSON.parse(readFileSync('package.json', 'utf8')) as PackageFile
  const { scripts, dependencies } = existsSync('package.json') ? read() : ({} as PackageFile)
  if (!scripts?.['build'])
    throw new Refused(
      `GitHub builds what is in the repository, but this folder has no package.json with “build”, so that it would not find the engine. Say “npm pack --pack-destination ${process.cwd()}” in the folder of the engine, then here “npm install ./${enginePackage().name}-${engineVersion()}.tgz” and “npx ${enginePackage().name} update”.`,
    )
  for (const [name, wanted] of Object.entries(dependencies ?? {}))
    if (/^file:(?:\.\.|\/|\w:)/.test(wanted))
      throw new Refused(
        `GitHub builds what is in the repository, but package.json has ${name} from ${wanted.slice('file:'.length)}. Copy it into this folder and say “npm install ./${basename(wanted)}”.`,
      )
}
