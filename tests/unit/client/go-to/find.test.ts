import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findTarget, type Targets } from '../../../../src/client/go-to/find.ts'

const targets: Targets = {
  paragraphs: ['1', '2', '12', '12a', '14', '14f', '15'],
  removed: ['13'],
  pages: ['xii', '104', '105'],
  notes: ['*', '1', '31'],
  sections: [
    { id: 'hausrecht', title: 'Hausrecht', top: true },
    { id: 'das-gedaechtnis', title: 'Das Gedächtnis', top: false },
    { id: 'seiten-der-sache', title: 'Seiten der Sache', top: true },
    { id: 'zwanzig-von-132', title: '20 von 132', top: true },
  ],
}

const cases: [query: string, id: string][] = [
  ['14', 'abs-14'],
  [' Abs.  14 ', 'abs-14'],
  ['Abs. 14', 'abs-14'],
  ['Absatz 12A', 'abs-12a'],
  ['abs14', 'abs-14'],
  ['Abs. 13', 'abs-13'],
  ['Abs. 14–16', 'abs-14'],
  ['Abs. 15f.', 'abs-15'],
  ['14f', 'abs-14f'],
  ['Abs. 12a, S. 104', 'abs-12a'],
  ['S. 104', 's-104'],
  ['s.104', 's-104'],
  ['Seite xii', 's-xii'],
  ['S. 104f.', 's-104'],
  ['105', 's-105'],
  ['S. 104ff.', 's-104'],
  ['S. 104 f.', 's-104'],
  ['14ff', 'abs-14'],
  ['Abs. 14 ff.', 'abs-14'],
  ['Seiten 104', 's-104'],
  ['Absätze 14-16', 'abs-14'],
  ['Anm. 31', 'anm-31'],
  ['Fußnote 31', 'anm-31'],
  ['Fn. *', 'anm-stern'],
  ['§ 2', 'seiten-der-sache'],
  ['§ Hausrecht', 'hausrecht'],
  ['gedaecht', 'das-gedaechtnis'],
  ['seiten', 'seiten-der-sache'],
  ['das Gedächtnis', 'das-gedaechtnis'],
  ['20 von 132', 'zwanzig-von-132'],
]
for (const [query, id] of cases)
  test(`„${query}“ leads to ${id}`, () => {
    const found = findTarget(query, targets)
    assert.equal('id' in found ? found.id : found.problem, id)
  })

const problems: [query: string, says: RegExp, targets?: Targets][] = [
  ['', /^Welche Stelle/],
  ['99', /letzte ist Absatz 15/],
  ['S. 99', /Seiten xii bis 105/],
  ['S. 99', /keine Druckseiten/, { ...targets, pages: [] }],
  ['Anm. 99', /letzte ist Anmerkung 31/],
  ['Anm. 1', /keine Anmerkungen/, { ...targets, notes: [] }],
  ['§ 9', /der Text hat 3/],
  ['Kochbuch', /weder ein Absatz/],
  ['…', /weder ein Absatz/],
  ['S.', /weder ein Absatz/],
]
for (const [query, says, existing = targets] of problems)
  test(`„${query}“ is answered with ${says.source}`, () => {
    const found = findTarget(query, existing)
    assert.match('problem' in found ? found.problem : found.id, says)
  })
