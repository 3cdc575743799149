/** `npm run import -- FILE`: a file becomes content/private/SLUG.md, its report and its bibliography. */
import { enterEdition, runCommand } from '../workspace/index.ts'
import { importCommand } from './command.ts'

await runCommand(async () => {
  const { folder, from } = enterEdition()
  const { done, lines } = await importCommand(process.argv.slice(2), { project: folder, from })
  for (const line of lines) (done ? console.log : console.error)(line)
  if (!done) process.exitCode = 1
})
