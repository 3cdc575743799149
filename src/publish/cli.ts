/**
 * `node src/publish/cli.ts build|start|dev [--audience public|course|local] [--port N]`: builds, or builds and
 * serves. The audience is an argument rather than a variable so that the commands are the same on every system.
 */
import { rm } from 'node:fs/promises'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { folders, isAudience } from './folders.ts'
import { serve } from './serve.ts'

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
    throw said(`“${audience}” is no audience. Say --audience public, course or local.`)
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw said(`“${values.port}” is no port. Say a number up to 65535, as --port 4321.`)
  const { SITE } = process.env
  if (SITE !== undefined && !/^https?:$/.test(URL.parse(SITE)?.protocol ?? ''))
    throw said(`SITE is “${SITE}”. Write the whole address, as https://example.org.`)
  // Set before Astro is loaded: its configuration reads the audience.
  process.env.AUDIENCE = audience
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  // Caches the compiled code of some thousand modules, which makes the next build a tenth faster.
  enableCompileCache()
  const { build, dev } = await import('astro')
  const buildWhole = () =>
    build({}).catch(async (error) => {
      // If Astro fails it leaves files with all texts, including those not meant for this audience.
      await rm(join(folders[audience], '.prerender'), { recursive: true, force: true })
      throw error
    })

  switch (positionals[0]) {
    case 'build':
      return buildWhole()
    case 'start': {
      await buildWhole()
      const base = (process.env.BASE ?? '/').replace(/\/?$/, '/')
      const { url } = await serve(folders[audience], { base, host: 'localhost', port })
      return console.log(`\nThe edition is at ${url}  (stop it with Ctrl+C)`)
    }
    case 'dev':
      return void (await dev({ server: { port } }))
    default:
      throw said('Say what to do: build, start or dev.')
  }
}

/** An error without stack, for messages that need none. */
function said(message: string): Error {
  return Object.assign(new Error(message), { name: 'Said' })
}

function sayError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isPlain = ['Said', 'ContentProblems'].includes(error.name) || isAboutArguments(error)
  const cause = error.cause === undefined ? '' : `\n${sayError(error.cause)}`
  return (isPlain ? error.message : (error.stack ?? error.message)) + cause
}

function isAboutArguments(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
