import { join } from 'node:path'
import { copyEdition, type EditionCopy } from '../edition-copy.ts'
import { serve, type StaticServer } from '../../src/publish/serve.ts'
import { importScan } from '../source.ts'
import { announce, areAnnounced, type BuiltSite, type SiteName } from './sites.ts'

const outputs: Record<SiteName, string> = {
  public: 'dist',
  course: 'dist-course',
  local: 'dist-local',
}

/**
 * Builds the sites of all audiences of the fixture edition, two at a time, and serves them; returns a function that
 * stops and removes them. Builds nothing if they exist already.
 */
export default async function buildSites(): Promise<() => Promise<void>> {
  if (areAnnounced()) return async () => {}
  const copies: EditionCopy[] = []
  const servers: StaticServer[] = []
  const takeDown = async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await Promise.all(copies.map((copy) => copy.remove()))
  }
  const build = async (copy: EditionCopy, audience: SiteName, base: string): Promise<BuiltSite> => {
    const started = performance.now()
    const args = ['src/publish/cli.ts', 'build', '--audience', audience]
    const { code, output } = await copy.node(args, { BASE: base, SITE: 'https://lesen.example' })
    if (code !== 0) throw new Error(`The ${audience} build failed.\n${output}`)
    console.log(`built the ${audience} site (${Math.round(performance.now() - started)} ms)`)
    const folder = join(copy.folder, outputs[audience])
    const server = await serve(folder, { base })
    servers.push(server)
    return { url: server.url, base, folder, output }
  }
  try {
    const copy = await copyEdition()
    copies.push(copy)
    const imported = await importScan(copy)
    // Astro keeps files in the project folder, so concurrent builds need separate copies.
    const other = await copyEdition({}, copy.folder)
    copies.push(other)
    const inTurn = async () => ({
      public: await build(other, 'public', '/unter/pfad/'),
      course: await build(other, 'course', '/'),
    })
    const [sites, local] = await Promise.all([inTurn(), build(copy, 'local', '/')])
    announce({ copy: copy.folder, imported, ...sites, local })
  } catch (error) {
    await takeDown()
    throw error
  }
  return takeDown
}
