/**
 * `node src/publish/cli.ts build|start|dev [--audience public|course|local] [--port N]`: builds, or builds and
 * serves. The audience is an argument rather than a variable so that the commands are the same on every system.
 */
import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { engineFolder, enterEdition, Refused } from '../workspace/index.ts'
import { addressForOthers, addressHere, saidAddress, type Address } from './address.ts'
import { buildSite } from './build-site.ts'
import { isAudience, siteFolder, type folders } from './folders.ts'
import { freePort, serve } from './serve.ts'

const commands = ['build', 'start', 'dev'] as const
type Command = (typeof commands)[number]
const isCommand = (name: string): name is Command => (commands as readonly string[]).includes(name)

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(`\n${sayError(error)}`)
  process.exit(1)
}

async function run(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      audience: { type: 'string', default: 'public' },
      port: { type: 'string', default: '4321' },
    },
  })
  const { audience } = values
  if (!isAudience(audience))
    throw new Refused(`“${audience}” is no audience. Say --audience public, course or local.`)
  const asked = Number(values.port)
  if (!/^\d+$/.test(values.port) || asked > 65_535)
    throw new Refused(`“${values.port}” is no port. Say a number up to 65535, as --port 4321.`)
  const [command = '', ...more] = positionals
  if (!isCommand(command)) throw new Refused('Say what to do: build, start or dev.')
  if (more.length > 0)
    throw new Refused(
      `“${more.join(' ')}” is nothing to ${command}. A port is said as --port 4321.`,
    )
  enterEdition()
  const port = command === 'build' ? asked : await freePort('localhost', asked)
  const { site, base } = addressFor(command, audience, port)
  // Astro looks for its modules from the folder in which it runs.
  process.chdir(engineFolder)
  // Set before Astro is loaded: its configuration reads them.
  Object.assign(process.env, {
    ...{ AUDIENCE: audience, SITE: site, BASE: base },
    EDITION_ENGINE: engineFolder,
  })
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  // Caches the compiled code of some thousand modules, which makes the next build a tenth faster.
  enableCompileCache()
  const build = () => buildSite(audience, { site, base })

  switch (command) {
    case 'build':
      return build()
    case 'start': {
      await build()
      const { url } = await serve(siteFolder(audience), { base, host: 'localhost', port })
      return console.log(`\nThe edition is at ${url}  (stop it with Ctrl+C)`)
    }
    case 'dev': {
      const { dev } = await import('astro')
      return void (await dev({ root: engineFolder, server: { port } }))
    }
  }
}

/** What is served here is read here, unless SITE says otherwise; what is built for others is read elsewhere. */
function addressFor(command: Command, audience: keyof typeof folders, port: number): Address {
  if (command === 'build' && audience !== 'local')
    return addressForOthers(audience === 'public' ? 'npm run build' : `npm run build:${audience}`)
  return process.env.SITE ? saidAddress()! : addressHere(port)
}

function sayError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isPlain = ['Refused', 'ContentProblems'].includes(error.name) || isAboutArguments(error)
  const cause = error.cause === undefined ? '' : `\n${sayError(error.cause)}`
  return (isPlain ? error.message : (error.stack ?? error.message)) + cause
}

function isAboutArguments(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
