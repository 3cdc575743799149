/**
 * Measures builds of editions with many texts: `node tests/bench/growth.ts [1 10 100]`. Builds that many copies of a
 * text with glossary and pages; prints a line of JSON for each number. Not part of `npm run bench`.
 */
import { join } from 'node:path'
import { measure } from './measure.ts'
import { editionProject, findText } from './projects.ts'
import { benchIndex } from './search-index.ts'

const counts = process.argv.slice(2).map(Number)
const text = await findText()
for (const count of counts.length > 0 ? counts : [1, 10, 100]) {
  const project = await editionProject(text, count, true)
  try {
    const cost = await measure(project.folder, [
      'src/publish/cli.ts',
      'build',
      '--audience',
      'local',
    ])
    const index = await benchIndex(join(project.folder, 'dist-local'))
    const figures = {
      'build s': Math.round(cost.time / 100) / 10,
      'processor s': Math.round(cost.processor / 100) / 10,
      'memory MB': Math.round(cost.memory),
    }
    console.log(
      JSON.stringify({ bench: 'growth', text: text.name, texts: count, ...figures, ...index }),
    )
  } finally {
    await project.remove()
  }
}
