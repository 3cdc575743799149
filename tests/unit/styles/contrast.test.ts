import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contrast } from '../../../src/edition/model/contrast.ts'
import { grounds, usualInks } from '../../../src/edition/model/inks.ts'
import { propertiesOf } from './contrast.ts'

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8')
const reading = readFileSync(
  new URL('../../../src/client/assignment/passage.css', import.meta.url),
  'utf8',
)
const dark = "[data-theme='dark'] [data-reading]"
const themes = {
  light: propertiesOf(css, ':root'),
  dark: propertiesOf(css, ":root[data-theme='dark']"),
  sepia: propertiesOf(css, ":root[data-theme='sepia']"),
}

test('computes contrast as WCAG does', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
})

test('the dark theme is the same by system preference and by setting', () => {
  assert.deepEqual(propertiesOf(css, ':root:not([data-theme])'), themes.dark)
})

for (const name of ['light', 'dark', 'sepia'] as const)
  test(`${name}: what is checked of an edition's own inks is what the styles have`, () => {
    const { '--copper': notes, '--green': glosses, ...others } = themes[name]
    assert.deepEqual([notes, glosses], [usualInks.notes[name], usualInks.glosses[name]])
    const { '--paper': paper, '--paper-raised': raised, '--mark': mark } = others
    assert.deepEqual([paper, raised, mark], grounds[name])
  })

for (const [name, colours] of Object.entries(themes)) {
  const at = (ink: string, ground: string) => contrast(colours[ink]!, colours[ground]!)
  for (const ground of ['--paper', '--paper-raised', '--mark'])
    test(`${name}: running text is AAA on ${ground}`, () => {
      assert.ok(at('--ink', ground) >= 7, at('--ink', ground).toFixed(2))
    })
  for (const ink of ['--ink-soft', '--copper', '--green', '--focus'])
    for (const ground of ['--paper', '--paper-raised', '--mark'])
      test(`${name}: ${ink} is AA on ${ground}`, () => {
        assert.ok(at(ink, ground) >= 4.5, at(ink, ground).toFixed(2))
      })
  test(`${name}: text dimmed while reading an assignment is AA`, () => {
    const selector = { light: '[data-reading]', dark, sepia: "[data-theme='sepia'] [data-reading]" }
    const ink = propertiesOf(reading, selector[name as keyof typeof selector])['--ink-dim']!
    assert.ok(contrast(ink, colours['--paper']!) >= 4.5)
    assert.ok(contrast(ink, colours['--ink']!) > 2, 'it is not dimmed')
  })
}

test('dimmed text is the same by system preference and by setting', () => {
  assert.deepEqual(
    propertiesOf(reading, ':root:not([data-theme]) [data-reading]'),
    propertiesOf(reading, dark),
  )
})
