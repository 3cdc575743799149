import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Project } from './projects.ts'

const starlight = '0.42.4'

const { dependencies } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { dependencies: Record<string, string> }

/** Starlight in a temporary folder, or in a sentence why it cannot be had. */
export interface Installed {
  /** A site of these texts: name → Markdown. */
  project: (texts: Readonly<Record<string, string>>) => Promise<Project>
  remove: () => Promise<void>
}

export async function installStarlight(): Promise<Installed | { missing: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'starlight-'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  const packages = [`astro@${dependencies['astro']}`, `@astrojs/starlight@${starlight}`]
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages],
    { cwd: folder, encoding: 'utf8', shell: true },
  )
  const remove = () => rm(folder, { recursive: true, force: true })
  if (status !== 0) {
    await remove()
    return { missing: `Starlight could not be installed: ${stderr.trim().split('\n')[0]}` }
  }
  await writeFile(join(folder, 'astro.config.mjs'), config)
  await writeFile(join(folder, 'build.mjs'), "await (await import('astro')).build({})\n")
  await mkdir(join(folder, 'src'))
  await writeFile(join(folder, 'src/content.config.ts'), collections)
  const docs = join(folder, 'src/content/docs')
  return {
    project: async (texts) => {
      for (const made of [
        'src/content',
        'dist',
        '.astro',
        'node_modules/.astro',
        'node_modules/.vite',
      ])
        await rm(join(folder, made), { recursive: true, force: true })
      await mkdir(docs, { recursive: true })
      for (const [name, markdown] of Object.entries(texts))
        await writeFile(join(docs, `${name}.md`), markdown)
      return { folder, remove: async () => undefined }
    },
    remove,
  }
}

const config = `import { defineConfig } from 'astro/config'
import starlight from '@astrojs/starlight'
export default defineConfig({
  site: 'http://localhost:4321',
  integrations: [starlight({ title: 'Texte', locales: { root: { label: 'Deutsch', lang: 'de' } } })],
})
`

const collections = `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`
