import { cp, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { copyEdition, type EditionCopy } from '../edition-copy.ts'
import { serve, type StaticServer } from '../serve.ts'
import { findSource } from '../source.ts'
import { announce, areAnnounced, type BuiltSite, type SiteName } from './sites.ts'

const fixture = resolve(import.meta.dirname, '../fixtures/site')
const outputs: Record<SiteName, string> = {
  public: 'dist',
  course: 'dist-course',
  local: 'dist-local',
}

/** Builds each audience's site from one copy of the project and serves it; returns what takes all down again. */
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
    for (const part of ['content', 'public'])
      await cp(join(fixture, part), join(copy.folder, part), { recursive: true })
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

/** Slug of the text that the scan became. */
async function importScan(copy: EditionCopy): Promise<string | null> {
  const source = findSource()
  if (!source) return null
  const { code, output } = await copy.node(['src/importer/cli.ts', source, '--first-page', '105'])
  if (code !== 0) throw new Error(`The import failed.\n${output}`)
  const files = await readdir(join(copy.folder, 'content/private'))
  const text = files.find((name) => name.endsWith('.md') && !name.endsWith('.report.md'))
  return text!.replace(/\.md$/, '')
}
