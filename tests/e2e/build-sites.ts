import { join } from 'node:path'
import { copyEdition } from '../edition-copy.ts'
import { serve, type StaticServer } from '../serve.ts'
import { importScan } from '../source.ts'
import { announce, areAnnounced, type BuiltSite, type SiteName } from './sites.ts'

const outputs: Record<SiteName, string> = {
  public: 'dist',
  course: 'dist-course',
  local: 'dist-local',
}

/** Builds each audience's site of the fixture edition and serves it; returns what takes all down again. */
export default async function buildSites(): Promise<() => Promise<void>> {
  if (areAnnounced()) return async () => {}
  const copy = await copyEdition()
  const servers: StaticServer[] = []
  const takeDown = async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await copy.remove()
  }
  const build = async (audience: SiteName, base: string): Promise<BuiltSite> => {
    const started = performance.now()
    const args = ['src/publish/cli.ts', 'build', '--audience', audience]
    const { code, output } = await copy.node(args, { BASE: base, SITE: 'https://lesen.example' })
    if (code !== 0) throw new Error(`The ${audience} build failed.\n${output}`)
    console.log(`built the ${audience} site (${Math.round(performance.now() - started)} ms)`)
    const folder = join(copy.folder, outputs[audience])
    const server = await serve(folder, base)
    servers.push(server)
    return { url: server.url, base, folder, output }
  }
  try {
    const imported = await importScan(copy)
    announce({
      copy: copy.folder,
      imported,
      public: await build('public', '/unter/pfad/'),
      course: await build('course', '/'),
      local: await build('local', '/'),
    })
  } catch (error) {
    await takeDown()
    throw error
  }
  return takeDown
}
