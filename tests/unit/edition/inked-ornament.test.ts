import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inkedDrawing } from '../../../src/edition/read/inked-ornament.ts'

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inside}</svg>`
const ring = '<circle cx="4" cy="4" r="3" stroke="currentColor" fill="none"/>'

test('a drawing in the colour of the words is put into the page, without what stands around it', () => {
  assert.equal(
    inkedDrawing(`<?xml version="1.0"?>\n<!DOCTYPE svg>\n${svg(`<!-- ring -->${ring}`)}\n`),
    svg(ring),
  )
  assert.equal(
    inkedDrawing(svg(`<g fill="currentColor"><path d="M1 1h3z"/></g>`, ' xml:space="preserve"')),
    svg(`<g fill="currentColor"><path d="M1 1h3z"/></g>`, ' xml:space="preserve"'),
  )
})

test('one with colours of its own, or with more than shapes, stays a picture', () => {
  for (const source of [
    svg('<circle r="3" fill="#123456"/>'),
    svg(`${ring}<script>alert(1)</script>`),
    svg(`${ring}<style>circle { fill: red }</style>`),
    svg(`${ring}<foreignObject><p>x</p></foreignObject>`),
    svg(`${ring}<image href="x.png"/>`),
    svg(`<path onload="x()" stroke="currentColor"/>`),
    svg(`<path\nONCLICK = "x()" stroke="currentColor"/>`),
    svg(`<path id="main" stroke="currentColor"/>`),
    svg(`<path style="fill:red" stroke="currentColor"/>`),
    svg(`<sodipodi:namedview/>${ring}`),
    svg(`<path inkscape:label="a" stroke="currentColor"/>`),
    svg(ring, ' xmlns:xlink="http://www.w3.org/1999/xlink"').replace('xmlns:xlink', 'xlink:href'),
    'no picture',
  ])
    assert.equal(inkedDrawing(source), null, source)
})
