import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionSchema } from '../../../src/edition/model/schemas.ts'
import { readData } from '../../../src/edition/read/read-data.ts'

const usual = { title: 'T', description: 'D', editors: 'E', licence: 'L' }

function faultsOf(line: string): string {
  const [field] = line.split(':')
  const others = Object.entries(usual).filter(([name]) => name !== field)
  const source = [line, ...others.map(([name, value]) => `${name}: ${value}`)].join('\n')
  return readData(source, 'content/edition.yaml', editionSchema)
    .problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
    .join('\n')
}

test('what is wrong in edition.yaml is said in words of the editor, at its place', () => {
  const colour = /“inks\.\w+(\.light)?”: it must be a colour such as "#8a4117"/
  const cases: Record<string, RegExp> = {
    'inks: {glosses: blue}': colour,
    'inks: {notes: {light: red}}': colour,
    'inks: {notes: {dark: "#112233"}}': /“inks\.notes\.light”: it is missing/,
    'inks: {notes: [a]}': /“inks\.notes”: it must be text or fields/,
    'inks: blue': /“inks”: it must be fields/,
    'ornament: flower': /it must be the path of a picture in public\/, as \/name\.svg/,
    'ornament: [a]': /“ornament”: it must be text/,
    'whole: -1': /it must be at least 0/,
    'whole: much': /it must be a number/,
    'format: 0': /it must be at least 1/,
    'groups: {Places: x}': /^1:10 .*“groups\.Places”: its name must be lower-case letters/,
    'groups: [a]': /“groups”: it must be fields/,
    'pdf: {size: 99}': /it must be a size from 8 to 14/,
    'forms: [pdf, mobi]': /it must be pdf, epub or xml/,
    'editors: {a: b}': /“editors”: it must be text or a list of texts/,
    'editors: [a, 5]': /“editors\.1”: it must be text in quotation marks/,
    'title: ""': /it is empty/,
  }
  for (const [line, said] of Object.entries(cases)) {
    assert.match(faultsOf(line), said)
    assert.doesNotMatch(faultsOf(line), /Invalid|pattern|undefined|Too /, line)
  }
})
