import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { propertiesOf } from './contrast.ts'

const fileOf = (path: string) => new URL(`../../../${path}`, import.meta.url)
const css = readFileSync(fileOf('src/styles/tokens.css'), 'utf8')
const figure = fileOf('public/knoten-und-sm.svg')
const drawing = existsSync(figure) ? readFileSync(figure, 'utf8') : ''
/** The figure belongs to the text of this project, in whose place another edition may stand. */
const skip = drawing === '' ? 'the edition in this folder has no such figure' : false

const rectangles = [...drawing.matchAll(/<rect class="([\w-]+)"([^>]*)>/g)].map(
  ([, kind, rest]) => {
    const of = (name: string) => Number(new RegExp(`\\b${name}="([\\d.]+)"`).exec(rest!)?.[1])
    return { kind, width: of('width'), height: of('height') }
  },
)
const widthOf = (kind: string) => {
  const widths = new Set(rectangles.filter((one) => one.kind === kind).map(({ width }) => width))
  assert.equal(widths.size, 1, `${kind} has ${widths.size} widths`)
  return [...widths][0]!
}
const cellsOf = (kind: string) => {
  const [, path] = new RegExp(`<path class="${kind}" d="([^"]*)"`).exec(drawing) ?? []
  return path?.split('z').filter(Boolean) ?? []
}

test('draws 20 of 132 multiprocessors as carriers, all of one size', { skip }, () => {
  assert.equal(cellsOf('traffic').length, 20)
  assert.equal(cellsOf('compute').length, 112)
  const sizes = [...cellsOf('traffic'), ...cellsOf('compute')].map((cell) =>
    cell.replace(/^M[\d. ]+/, ''),
  )
  assert.equal(new Set(sizes).size, 1)
})

test('draws eight chips with links as wide as their bandwidth', { skip }, () => {
  for (const kind of ['chip', 'narrow', 'wide'])
    assert.equal(rectangles.filter((one) => one.kind === kind).length, 8, kind)
  const gigabytes = widthOf('scale') / 100
  assert.equal(widthOf('narrow') / gigabytes, 50)
  assert.equal(widthOf('wide') / gigabytes, 200)
  // The broken lines run along both sides of a chip.
  assert.equal(widthOf('chip') / gigabytes, 450)
})

test('has the inks of both themes, and words for those who hear it', { skip }, () => {
  const [light, dark] = drawing.split('@media (prefers-color-scheme: dark)') as [string, string]
  for (const [part, selector] of [
    [light, ':root'],
    [dark, ":root[data-theme='dark']"],
  ] as const) {
    const colours = propertiesOf(css, selector)
    for (const ink of ['--ink', '--copper', '--green', '--ink-soft'])
      assert.ok(part.includes(colours[ink]!), `${selector} ${ink}`)
  }
  assert.match(drawing, /role="img" aria-labelledby="title desc"/)
  for (const id of ['title', 'desc']) assert.match(drawing, new RegExp(`<${id} id="${id}">[^<]+<`))
})
