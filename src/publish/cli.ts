/**
 * `node src/publish/cli.ts build|start|dev [--audience public|course|local]`: builds, or builds and serves.
 * The audience is an argument rather than a variable so that the commands are the same on every system.
 */
import { parseArgs } from 'node:util'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    audience: { type: 'string', default: 'public' },
    port: { type: 'string', default: '4321' },
  },
})
const [command] = positionals
process.env.AUDIENCE = values.audience
process.env.ASTRO_TELEMETRY_DISABLED = '1'
// Set before Astro is loaded: its configuration reads the audience.
const { build, dev, preview } = await import('astro')
const port = Number(values.port)

switch (command) {
  case 'build':
    await build({})
    break
  case 'start': {
    await build({})
    const { host, port: given } = await preview({ server: { port } })
    say(host, given)
    break
  }
  case 'dev': {
    await dev({ server: { port } })
    break
  }
  default:
    console.error('Say what to do: build, start or dev.')
    process.exitCode = 1
}

function say(host: string | undefined, given: number) {
  const name = !host || host === '127.0.0.1' || host === '::1' ? 'localhost' : host
  const base = (process.env.BASE ?? '/').replace(/\/?$/, '/')
  console.log(`\nThe edition is at http://${name}:${given}${base}  (stop it with Ctrl+C)`)
}
