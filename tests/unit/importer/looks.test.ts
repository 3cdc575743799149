import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAboutLooks } from '../../../src/importer/report/looks.ts'
import { readSource } from './read-source.ts'

const asked = async (html: string) =>
  askAboutLooks((await readSource(html, { file: 'seite.html' })).text!).map(({ text }) => text)
const page = (body: string) =>
  `<!DOCTYPE html><html lang="de"><head><title>Probe</title><style>.gross{font-weight:bold}</style></head><body><h1>Probe</h1>${body}</body></html>`

test('short paragraphs in bold type are asked about, in any format', async () => {
  const questions = await asked(
    page(
      '<p class="gross">Vom Leim</p><p>Der Leim hält.</p><p><b>Vom Holz</b></p><p>Das Holz <b>nicht</b>.</p><p><b>Auch dies ist nur ein Satz.</b></p>',
    ),
  )
  assert.equal(questions.length, 1)
  assert.match(questions[0]!, /^2 kurze Absätze sind ganz fett gesetzt.*„Vom Leim“, „Vom Holz“/)
})

test('raised numbers of a text without notes are asked about', async () => {
  const [question, ...others] = await asked(
    page('<p>Der Leim<sup>1</sup> hält.</p><p>Das Holz<sup>2</sup> nicht.</p><p>m<sup>2</sup></p>'),
  )
  assert.match(question!, /^Die Datei enthält keine Fußnoten, aber hochgestellte Zahlen/)
  assert.deepEqual(others, [])
})
