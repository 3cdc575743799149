/** Markup and answers of the dialogs, in a DOM without browser; focus and keys are tested in one (tests/e2e). */
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { parseHTML } from 'linkedom'
import { pageHtml } from '../../../src/client/annotations/page/html.ts'
import { colours } from '../../../src/client/annotations/model.ts'
import { openTerms } from '../../../src/client/glosses/terms-dialog.ts'
import { keep } from '../../../src/client/glosses/store.ts'
import { openList } from '../../../src/client/keys/list.ts'
import { openSearchDialog } from '../../../src/client/search/search-dialog.ts'
import { openPanel } from '../../../src/client/settings/panel.ts'
import { schema, valuesOf, type Key } from '../../../src/client/settings/schema.ts'

function page(): Document {
  const { document, HTMLElement } = parseHTML(
    '<!doctype html><html lang="de"><body><article data-text="uhren"></article></body></html>',
  )
  // linkedom has neither; of the dialogs only the state counts here.
  Object.assign(HTMLElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute('open', '')
    },
    select: () => undefined,
  })
  return document as unknown as Document
}

/** Faults of markup that a screen reader would tell: names, ids, descriptions. */
function faults(part: Element | Document): string[] {
  const all = [...part.querySelectorAll('*')]
  const ids = all.map(({ id }) => id).filter(Boolean)
  const named = (field: Element) =>
    field.closest('label')?.textContent?.trim() ||
    field.getAttribute('aria-label') ||
    ids.includes(field.getAttribute('aria-labelledby') ?? '') ||
    field.textContent?.trim()
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `twice: ${id}`),
    ...ids
      .filter((id) => !id.startsWith('ui_'))
      .map((id) => `an id that a heading can have: ${id}`),
    ...all
      .filter((it) => it.matches('input, button, select, textarea, a, section') && !named(it))
      .filter((it) => it.localName !== 'section' || it.hasAttribute('aria-labelledby'))
      .map((it) => `without name: ${it.outerHTML.slice(0, 80)}`),
    ...all
      .flatMap((it) => it.getAttribute('aria-describedby')?.split(' ') ?? [])
      .filter((id) => !ids.includes(id))
      .map((id) => `described by nothing: ${id}`),
    ...all
      .filter((it) => it.localName === 'fieldset' && !it.querySelector('legend')?.textContent)
      .map(() => 'a group without name'),
    ...all
      .filter((it) => it.localName === 'button' && !it.getAttribute('type'))
      .map((it) => `a button that submits: ${it.outerHTML.slice(0, 80)}`),
  ]
}

const dialogs: Record<string, (root: Document) => void> = {
  Ansicht: openPanel,
  Tastenkürzel: openList,
  Suche: openSearchDialog,
  'Meine Begriffe': openTerms,
}

for (const [title, open] of Object.entries(dialogs))
  test(`the dialog „${title}“ has a name, a button to close, and names for all it asks`, (t) => {
    withBrowser(t)
    const root = page()
    open(root)
    open(root)
    const [dialog, ...others] = root.querySelectorAll('dialog')
    assert.equal(others.length, 0, 'opened twice, it is made once')
    assert.ok(dialog!.hasAttribute('open'))
    const heading = root.getElementById(dialog!.getAttribute('aria-labelledby')!)
    assert.equal(heading?.textContent, title)
    assert.equal(dialog!.querySelector('[data-close]')?.textContent, 'Schließen')
    assert.deepEqual(faults(root), [])
  })

test('the form of the notes page has names for all it asks, and a filter for each colour', () => {
  const root = page()
  root.body.innerHTML = pageHtml
  // Named when the page is drawn, from what the reader calls the colours.
  for (const place of root.querySelectorAll('[data-name]')) place.textContent = 'Farbe'
  assert.deepEqual(faults(root), [])
  assert.deepEqual(
    [...root.querySelectorAll<HTMLInputElement>('[name=farbe]')].map(({ value }) => value),
    colours,
  )
})

test('the view shows every value of every setting, the chosen one checked, and resets all', (t) => {
  withBrowser(t)
  const root = page()
  root.documentElement.dataset['glossen'] = 'alle'
  openPanel(root)
  const dialog = root.querySelector('dialog')!
  for (const key of Object.keys(schema) as Key[]) {
    const fields = [...dialog.querySelectorAll<HTMLInputElement>(`[name="${key}"]`)]
    if (fields[0]!.type === 'checkbox') assert.equal(fields.length, 1, key)
    else
      assert.deepEqual(
        fields.map(({ value }) => value),
        valuesOf(key),
        key,
      )
  }
  const chosen = () => dialog.querySelector<HTMLInputElement>('[name=glossen][checked]')!.value
  assert.equal(chosen(), 'alle')
  dialog.querySelector<HTMLElement>('[data-reset]')!.click()
  assert.equal(chosen(), 'erste')
  assert.equal(root.documentElement.dataset['glossen'], undefined)
  assert.equal(dialog.querySelector('output')!.textContent, 'Zurückgesetzt.')
})

test('a term noted down is listed with its gloss until it is struck out, which is said', (t) => {
  withBrowser(t)
  const root = page()
  keep(
    'begriffe',
    { term: 'ptx', lemma: 'PTX', gloss: 'Eine Zwischensprache.', href: '/glossar/ptx/' },
    true,
  )
  openTerms(root)
  const dialog = root.querySelector('dialog')!
  assert.match(dialog.textContent!, /PTX.*Eine Zwischensprache\./)
  dialog.querySelector<HTMLElement>('[aria-label="streichen: PTX"]')!.click()
  assert.equal(dialog.querySelector('[role=status]')!.textContent, '„PTX“ wurde gestrichen.')
  assert.match(dialog.textContent!, /Noch keine\. In jeder Glosse/)
})

test('faults of markup are found', () => {
  const root = page()
  root.body.innerHTML =
    '<input aria-describedby="ui_x"><button>Weg</button><p id="a"></p><p id="a"></p><fieldset></fieldset>'
  assert.equal(faults(root).length, 7)
})

/** A storage and an address for the time of a test. */
function withBrowser(t: TestContext): void {
  const kept = new Map<string, string>()
  const globals: Record<string, unknown> = {
    localStorage: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, words: string) => void kept.set(name, words),
      removeItem: (name: string) => void kept.delete(name),
    },
    location: { href: 'https://edition.example/texte/uhren/' },
    // That of Node cannot be dispatched in this DOM.
    CustomEvent: parseHTML('').CustomEvent,
  }
  for (const [name, value] of Object.entries(globals)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name)
    Object.defineProperty(globalThis, name, { value, configurable: true })
    t.after(() => {
      if (before) Object.defineProperty(globalThis, name, before)
      else Reflect.deleteProperty(globalThis, name)
    })
  }
}
