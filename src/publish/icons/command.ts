/**
 * `npm run icons`: writes the icons of an edition into its public/. They are drawn from public/favicon.svg; where there is
 * none, that is written first, with the first letter of the title.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEdition } from '../../edition/open.ts'
import { formatProblems } from '../../problems/problem.ts'
import { enterEdition, Refused, runCommand } from '../../workspace/index.ts'
import { drawIcons, letterMark, markFile } from './draw-icons.ts'

await runCommand(async () => {
  enterEdition()
  const { edition, problems } = await openEdition('local')
  if (!edition)
    throw new Refused(formatProblems(problems.filter(({ severity }) => severity === 'error')))
  await mkdir('public', { recursive: true })
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(join('public', name), content)
    console.log(String(content.length).padStart(6), name)
  }
  const file = join('public', markFile)
  if (!existsSync(file)) await write(markFile, letterMark(edition.meta))
  const mark = await readFile(file, 'utf8')
  for (const [name, icon] of await drawIcons(mark, edition.meta)) await write(name, icon)
})
