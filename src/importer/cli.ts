/** `npm run import -- FILE`: a file becomes content/private/SLUG.md, its report and its bibliography. */
import { importCommand } from './command.ts'

const project = process.cwd()
// npm runs scripts in the project folder, but the file is relative to the folder in which npm was called.
const from = process.env['npm_lifecycle_event'] === 'import' ? process.env['INIT_CWD'] : undefined
const { done, lines } = await importCommand(process.argv.slice(2), {
  project,
  from: from ?? project,
})
for (const line of lines) (done ? console.log : console.error)(line)
if (!done) process.exitCode = 1
