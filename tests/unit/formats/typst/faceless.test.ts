/** Signs for which no font has a letter do not keep a text from its PDF. */
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

const source = `---
title: Zeichen 漢
author: A. Probe
rights: { status: open, licence: CC-BY-4.0 }
---

## Über 漢字

Ein 〈Winkel〉 und *ein 漢字 im Kursiven*, dazu ein Ton: e\u{302}\u{323} und 𒀀.[^1]

> Im Zitat ⚝, im **Fetten ⚝⚝**.

| Zeichen | Wert |
| --- | --- |
| 漢 | U+6F22 |

[^1]: Auch in der Note 字.
`

test('their codes stand in the PDF, which has all else', async () => {
  const { edition } = build({ ...smallEdition(), 'content/texts/zeichen.md': source }, 'local')
  const text = edition!.texts.find(({ slug }) => slug === 'zeichen')!
  const made = await compilePdf(
    text,
    {
      edition: 'Probe',
      address: 'https://uhren.example/texte/zeichen/',
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
  const read = await readPdf(Buffer.from(made.pdf))
  assert.deepEqual(compare(forms.pdf, expectedOf(text, edition!), read).differences, [])
})

test('they are named by what Typst says, marks behind a letter included', () => {
  const said = (sign: string) =>
    `message: "PDF/UA-1 error: the text \`\\"${sign}\\"\` could not be displayed with font \`\\"X\\"\`"`
  assert.deepEqual(facelessIn(`[${said('〈')}, ${said('〈')}, ${said('a\\\\u{301}')}]`), [
    '〈',
    'a\u{301}',
  ])
})
