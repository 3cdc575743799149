import { interfaceId } from '../../../contract/ids.ts'
import { announce } from '../../platform/announce.ts'
import { copy } from '../../platform/copy.ts'
import { fragment } from '../../../contract/assignment/codec.ts'
import { button, element } from '../../platform/element.ts'
import type { Assignment } from '../../../contract/assignment/model.ts'
import { save } from '../../platform/save.ts'
import { shareButton } from '../../platform/share.ts'
import { fileName } from '../file-name.ts'
import { passageFile } from '../save-passage.ts'

/** Some mail programs break longer links. Characters. */
const tolerated = 2000

/** The link of an assignment, and what can be done with it. `address`: of the text; `packed`: of the link. */
export function createResult(
  root: Document,
  assignment: Assignment,
  address: string,
  packed: string,
): HTMLElement {
  const url = new URL(address)
  url.hash = fragment + packed
  const link = url.href
  url.searchParams.set('drucken', '1')
  const name = fileName(assignment.title)
  const field = element(root, 'input', {
    id: interfaceId('aufgabe-link'),
    type: 'text',
    readonly: '',
    value: link,
  })
  field.addEventListener('focus', () => field.select())
  const code = element(root, 'figure', 'form-code')
  const copyLink = button(root, 'Link kopieren', async () => {
    if (await copy(root, link)) return announce(root, 'Link kopiert.')
    field.focus()
    announce(root, 'Der Browser lässt das Kopieren nicht zu. Der Link ist markiert.')
  })
  const saveFile = button(root, 'Als Datei speichern', async () => {
    const html = await passageFile(address, assignment, link)
    if (html) save(root, `${name}.html`, 'text/html', html)
    else announce(root, 'Die Datei konnte nicht erstellt werden. Vielleicht fehlt die Verbindung.')
  })
  const courses = (
    [
      ['scorm', 'Für Moodle, ILIAS, OPAL, OpenOlat (SCORM 1.2)'],
      ['zip', 'Als ZIP'],
    ] as const
  ).map(([form, label]) =>
    button(root, label, async () => {
      const { saveCourse } = await import('../course/save-course.ts')
      await saveCourse(root, { form, textAddress: address, assignment, address: link })
    }),
  )
  const showCode = button(root, 'QR-Code anzeigen', async () => {
    const { drawCode } = await import('./qr.ts')
    const drawn = drawCode(root, link)
    if ('problem' in drawn)
      return code.replaceChildren(element(root, 'p', { role: 'alert' }, drawn.problem))
    const { drawing, hint } = drawn
    const saveCode = button(root, 'QR-Code als SVG speichern', () =>
      save(root, `${name}-qr.svg`, 'image/svg+xml', drawing.outerHTML),
    )
    code.replaceChildren(drawing, element(root, 'figcaption', '', hint, saveCode))
    // Messages at the foot of the window would cover a part of the code.
    drawing.scrollIntoView({ block: 'center' })
    announce(root, 'QR-Code erstellt.')
  })
  return element(
    root,
    'section',
    { class: 'form-result', 'aria-labelledby': interfaceId('aufgabe-fertig') },
    element(
      root,
      'h2',
      { id: interfaceId('aufgabe-fertig'), tabindex: '-1' },
      'Der Link zur Aufgabe',
    ),
    element(root, 'label', { for: field.id }, 'Link'),
    field,
    element(root, 'p', 'form-hint', sayLength(link)),
    element(
      root,
      'div',
      'form-tools',
      copyLink,
      shareButton(root, assignment.title, link),
      ...[toOpen(root, link, 'Öffnen'), toOpen(root, url.href, 'Arbeitsblatt drucken')],
      ...[saveFile, ...courses, showCode],
    ),
    code,
  )
}

const toOpen = (root: Document, href: string, words: string) =>
  element(root, 'a', { class: 'tool', href, target: '_blank', rel: 'noopener' }, words)

function sayLength(link: string): string {
  const { hostname, protocol } = new URL(link)
  const here = protocol === 'file:' || /^(localhost|127\.|\[::1\])/.test(hostname)
  return [
    `${link.length} Zeichen. Alles steht im Link selbst, hinter dem „#“; dieser Teil geht an keinen Server.`,
    link.length > tolerated &&
      'Manche Programme brechen so lange Links um; dann hilft der QR-Code oder die Datei.',
    here &&
      'Achtung: Diese Ausgabe läuft nur auf diesem Gerät; auf anderen öffnet sich der Link nicht.',
  ]
    .filter(Boolean)
    .join(' ')
}
