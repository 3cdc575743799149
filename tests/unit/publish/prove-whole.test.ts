import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Form } from '../../../src/contract/addresses.ts'
import { build } from '../../../src/edition/build.ts'
import { formInputs } from '../../../src/publish/forms/form-inputs.ts'
import { makeForm, type MadeForm } from '../../../src/publish/forms/make-form.ts'
import { proveWhole, provePages } from '../../../src/publish/forms/prove-whole.ts'
import { idsIn } from '../../../src/publish/ids-in.ts'
import { editions, sourcesIn, texts } from '../../fixture-edition.ts'

const { edition } = build(sourcesIn(editions.whole), 'local')
const text = edition!.texts.find(({ slug }) => slug === texts.small)!
const inputs = formInputs(text, edition!, 'https://edition.example/', () => null)

type Bytes = Extract<MadeForm, { bytes: Uint8Array }>

async function made(form: Form): Promise<Bytes> {
  const result = await makeForm({ form, inputs, layout: { paper: 'b5', size: 10.5 } })
  assert.ok('bytes' in result)
  return result
}

/** The form with other ids in it. */
function changed(form: Form, { bytes, placed }: Bytes, id: string, other: string): Bytes {
  if (form === 'pdf') return { bytes, placed: placed!.map((own) => (own === id ? other : own)) }
  const rename = (markup: string) => markup.replace(`id="${id}"`, `id="${other}"`)
  if (form === 'xml') return { bytes: strToU8(rename(strFromU8(bytes))) }
  const files = Object.entries(unzipSync(bytes)).map(([name, file]) => {
    return [name, name.endsWith('.xhtml') ? strToU8(rename(strFromU8(file))) : file] as const
  })
  return { bytes: zipSync(Object.fromEntries(files)) }
}

for (const form of ['pdf', 'epub', 'xml'] as const)
  test(`${form}: a form that is whole is taken; what is missing or stands twice is named`, async () => {
    const whole = await made(form)
    proveWhole(form, text, whole.bytes, whole.placed)
    const refused = (id: string, other: string) => {
      const { bytes, placed } = changed(form, whole, id, other)
      let message = ''
      try {
        proveWhole(form, text, bytes, placed)
      } catch (error) {
        message = (error as Error).message
      }
      return message
    }
    assert.match(
      refused('abs-3', 'abs-9'),
      /^content\/texts\/pruefstein\.md: The (?:PDF|EPUB|TEI) of this text is not whole: abs-3 is missing\. .* \[incomplete-form\]$/,
    )
    assert.match(refused('anm-stern', 'anm-1'), /anm-stern is missing, anm-1 stands 2 times\./)
    assert.match(refused('glosse-gpu', 'glosse-tpu'), /whole: glosse-gpu is missing\./)
    assert.match(refused('lit-rella-2024', 'lit-x'), /whole: lit-rella-2024 is missing\./)
  })

test('pages: an id in an attribute of another name is none', () => {
  const ids = [...text.paragraphs, ...text.notes].map(({ id }) => id)
  const glosses = inputs.terms.map(({ slug }) => `glosse-${slug}`)
  const elements = [...ids, ...glosses].map((id) => `<p class="a" id="${id}">x</p>`)
  const works = inputs.bibliography.map(({ key }) => `<li id="lit-${key}">`).join('')
  provePages([text], () => idsIn(elements.join('')), idsIn(works))
  const page = elements.join('').replace('class="a" id="abs-2"', 'data-id="abs-2"')
  assert.throws(
    () => provePages([text], () => idsIn(page), idsIn(works)),
    /The page of this text is not whole: abs-2/,
  )
  assert.throws(
    () => provePages([text], () => idsIn(elements.join('')), []),
    /The list of works of this text/,
  )
})
