import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Work } from '../../../src/citation/csl.ts'
import { referenceTemplates } from '../../../src/citation/templates.ts'

const work = (issued: Work['issued']): Work => ({
  ...{ id: 'uhren', type: 'article-journal', title: 'Von Uhren', 'container-title': 'Werkstatt' },
  author: [{ family: 'Weber', given: 'Ida' }],
  URL: 'https://lesen.example/',
  ...(issued && { issued }),
})

const between = (words: string | undefined, before: string, behind: string) =>
  words?.split(before)[1]?.split(behind)[0]

/** How a date is printed: in Chicago and MLA, in the list of APA, in its citations. */
function printed(issued: Work['issued']) {
  const { chicago, mla, apa } = referenceTemplates(work(issued))
  const words = between(chicago.whole, '(', ')')
  assert.equal(between(mla.whole, 'Werkstatt</i>, ', ', \ue000'), words)
  return [words, between(apa.whole, '(', ')'), between(apa.after, 'Weber, ', ', \ue001')]
}

for (const [name, issued, expected] of [
  ['a day', { 'date-parts': [[2011, 3, 1]] }, ['1. März 2011', '2011, 1. März', '2011']],
  ['a month', { 'date-parts': [[2011, 3]] }, ['März 2011', '2011, März', '2011']],
  ['two days', { raw: '2011-03-01/2011-03-02' }, ['1.–2. März 2011', '2011, 1.–2. März', '2011']],
  [
    'days of two months',
    { 'date-parts': [[2011, 3, 30], [2011, 4, 2]] }, // prettier-ignore
    ['30. März – 2. April 2011', '2011, 30. März – 2. April', '2011'],
  ],
  [
    'days of two years',
    { 'date-parts': [[2011, 12, 30], [2012, 1, 2]] }, // prettier-ignore
    ['30. Dezember 2011 – 2. Januar 2012', '2011, 30. Dezember – 2012, 2. Januar', '2011–2012'],
  ],
  ['two months', { raw: '2011-03/2011-05' }, ['März–Mai 2011', '2011, März–Mai', '2011']],
  ['years', { 'date-parts': [[2011], [2013]] }, ['2011–2013', '2011–2013', '2011–2013']],
  ['an open end', { 'date-parts': [[2011], [0]] }, ['2011–', '2011–', '2011–']],
  ['circa', { 'date-parts': [[1850]], circa: true }, ['ca. 1850', 'ca. 1850', 'ca. 1850']],
  ['circa a month', { raw: '1850-05~' }, ['ca. Mai 1850', 'ca. 1850, Mai', 'ca. 1850']],
  ['before Christ', { 'date-parts': [[-44]] }, ['44 v. Chr.', '44 v. Chr.', '44 v. Chr.']],
  [
    'from before to after Christ',
    { 'date-parts': [[-44], [14]] },
    ['44 v. Chr. – 14 n. Chr.', '44 v. Chr.–14 n. Chr.', '44 v. Chr.–14 n. Chr.'],
  ],
  ['a season', { 'date-parts': [[2011]], season: 2 }, ['Sommer 2011', '2011, Sommer', '2011']],
  ['words', { literal: 'im <Herbst> 1920' }, Array(3).fill('im &lt;Herbst&gt; 1920')],
  ['no date', undefined, [undefined, 'o. J.', 'o. J.']],
] as [string, Work['issued'], (string | undefined)[]][])
  test(`${name} in the styles Chicago, MLA and APA`, () => {
    if (issued) return assert.deepEqual(printed(issued), expected)
    const { apa, chicago } = referenceTemplates(work(issued))
    assert.deepEqual(
      [between(chicago.whole, '(', ')'), between(apa.whole, '(', ')')],
      [undefined, 'o. J.'],
    )
    return assert.match(apa.after!, /o\. J\./)
  })
