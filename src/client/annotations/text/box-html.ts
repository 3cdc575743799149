import { interfaceId, annotationId } from '../../../contract/ids.ts'
import { colourNames, hues } from '../colours.ts'
import { colours, wordsOf, type Annotation } from '../model.ts'

const [titleId, hintId] = [interfaceId('notiz-titel'), interfaceId('notiz-hinweis')]

const swatches = colours
  .map(
    (colour) =>
      `<label data-colour="${colour}"><input type="radio" name="markierung" value="${colour}">
        <span class="swatch-word"></span></label>`,
  )
  .join('')

export const boxHtml = `
  <div class="annotation-head">
    <h2 id="${titleId}" tabindex="-1"></h2>
    <span class="annotation-steps">
      <button type="button" class="tool" data-before aria-label="vorige Notiz zu dieser Stelle">‹</button>
      <span data-count></span>
      <button type="button" class="tool" data-next aria-label="nächste Notiz zu dieser Stelle">›</button>
    </span>
    <button type="button" class="tool" data-shut>Schließen</button>
  </div>
  <blockquote class="annotation-words"></blockquote>
  <fieldset class="annotation-colours"><legend class="sr-only">Farbe</legend>${swatches}</fieldset>
  <textarea aria-label="Notiz" placeholder="Notiz" aria-describedby="${hintId}" maxlength="50000"></textarea>
  <p class="annotation-hint" id="${hintId}">Bleibt in diesem Browser, auf diesem Gerät.</p>
  <div class="annotation-tools">
    <button type="button" class="tool" data-remove>Entfernen</button>
    <a data-list>Meine Notizen</a>
  </div>`

export function fillBox(
  root: Document,
  box: HTMLElement,
  annotation: Annotation,
  locator: string,
  [at, of]: [number, number],
): void {
  const { id, colour } = annotation
  const find = <E extends HTMLElement>(selector: string) => box.querySelector<E>(selector)!
  box.dataset['colour'] = colour
  box.setAttribute('aria-labelledby', titleId)
  find('h2').textContent = locator
  find('.annotation-words').textContent = wordsOf(annotation)
  find('.annotation-steps').hidden = of < 2
  find('[data-count]').textContent = `${at + 1} von ${of}`
  const names = colourNames()
  for (const input of box.querySelectorAll('input')) {
    const own = input.value as Annotation['colour']
    input.checked = own === colour
    input.setAttribute('aria-label', `${hues[own]}, ${names[own]}`)
    input.nextElementSibling!.textContent = names[own]
  }
  if ('file' in root.documentElement.dataset)
    find('.annotation-hint').textContent = 'Bleibt in diesem Browser, nicht in der Datei.'
  const list = root.querySelector<HTMLAnchorElement>('a[data-my-notes]')
  const link = find<HTMLAnchorElement>('[data-list]')
  link.hidden = !list
  const inFile = list?.getAttribute('href')?.startsWith('#')
  if (list)
    link.href = inFile
      ? list.getAttribute('href')!
      : `${list.getAttribute('href')}#${annotationId(id)}`
}
