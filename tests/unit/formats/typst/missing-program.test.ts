/** Where npm has no Typst for a computer. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'

const at = (path: string) => new URL(`../../../../${path}`, import.meta.url).href

/** Makes the PDF and the TEI of a text in a process in which Typst's package finds no program, as it says itself. */
const script = `
import { registerHooks } from 'node:module'
registerHooks({
  resolve(name, context, next) {
    if (name.startsWith('@myriaddreamin/')) throw new Error('Cannot find native binding.')
    return next(name, context)
  },
})
const { build } = await import('${at('src/edition/build.ts')}')
const { formInputs } = await import('${at('src/publish/forms/form-inputs.ts')}')
const { makeForm } = await import('${at('src/publish/forms/make-form.ts')}')
const { smallEdition } = await import('${at('tests/fixture-edition.ts')}')
const { edition } = build(smallEdition(), 'local')
const inputs = formInputs(edition.texts[0], edition, 'https://edition.example/', () => null)
const layout = { paper: 'b5', size: 10.5 }
const made = []
for (const form of ['pdf', 'xml', 'pdf']) made.push(await makeForm({ form, inputs, layout }))
console.log(JSON.stringify(made.map((one) => one.fault ?? one.bytes.length > 1000)))
`

test('a computer without Typst gets a sentence instead of a PDF, and the other forms', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    script,
  ])
  const sentence = `Typst has no program for this computer (${process.platform}, ${process.arch}).`
  assert.deepEqual(JSON.parse(stdout), [sentence, true, sentence])
})
