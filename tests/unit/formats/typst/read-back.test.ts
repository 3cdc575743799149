/** PDFs of texts that were hard to set or to read back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from '../../../../src/edition/build.ts'
import { compilePdf } from '../../../../src/formats/typst/compile.ts'
import { facelessIn } from '../../../../src/formats/typst/faceless.ts'
import { smallEdition } from '../../../fixture-edition.ts'
import { compare } from '../../../parity/compare.ts'
import { expectedOf } from '../../../parity/expected.ts'
import { forms } from '../../../parity/forms.ts'
import { readPdf } from '../../../parity/read-pdf.ts'

/** What the PDF of a text lacks of it, or has besides. */
async function differencesOf(words: string, title = 'Probe'): Promise<string[]> {
  const head = `---\ntitle: ${title}\nauthor: A. Probe\nrights: { status: open, licence: CC-BY-4.0 }\n---\n`
  const { edition } = build({ ...smallEdition(), 'content/texts/probe.md': head + words }, 'local')
  const text = edition!.texts.find(({ slug }) => slug === 'probe')!
  const made = await compilePdf(
    text,
    {
      edition: 'Probe',
      address: 'https://uhren.example/texte/probe/',
      reference: 'So zitieren.',
      terms: edition!.terms,
      works: new Map(edition!.works.map(({ work }) => [work.id, work])),
      bibliography: edition!.bibliography,
      absolute: (url) => new URL(url, 'https://uhren.example/').href,
      figure: () => null,
    },
    { paper: 'a5', size: 10 },
  )
  assert.ok('pdf' in made, 'fault' in made ? made.fault : '')
  return compare(forms.pdf, expectedOf(text, edition!), await readPdf(made.pdf)).differences
}

test('of signs without a face in any font the codes stand there, and all else', async () => {
  const words = `
## Über 漢字

Ein 〈Winkel〉 und *ein 漢字 im Kursiven*, dazu ein Ton: e\u{302}\u{323} und 𒀀.[^1]

> Im Zitat ⚝, im **Fetten ⚝⚝**.

| Zeichen | Wert |
| --- | --- |
| 漢 | U+6F22 |

[^1]: Auch in der Note 字.
`
  assert.deepEqual(await differencesOf(words, 'Zeichen 漢'), [])
})

test('a paragraph may begin with a hyphen, a note be in another language as a whole', async () => {
  const words = `
**- Name:** Ein Wort.[^1] Und noch eines.[^2]

-- Zwei Striche.

[^1]: [A whole note in English, which is longer than a line of it](lang:en).

[^2]: [*Auteur*, une note en français](lang:fr).
`
  assert.deepEqual(await differencesOf(words), [])
})

test('signs without a face are named by what Typst says, marks behind a letter included', () => {
  const said = (sign: string) =>
    `message: "PDF/UA-1 error: the text \`\\"${sign}\\"\` could not be displayed with font \`\\"X\\"\`"`
  assert.deepEqual(facelessIn(`[${said('〈')}, ${said('〈')}, ${said('a\\\\u{301}')}]`), [
    '〈',
    'a\u{301}',
  ])
})
