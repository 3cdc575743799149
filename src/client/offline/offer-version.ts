/** Shows the offer in its place, a live region at the foot of the page; focus stays where it is. */
export function offerVersion(host: HTMLElement, waiting: ServiceWorker, reload: () => void): void {
  const template = host.querySelector('template')
  if (!template) return
  host.querySelector('[data-offer]')?.remove()
  const offer = template.content.firstElementChild!.cloneNode(true) as HTMLElement
  waiting.addEventListener('statechange', () => {
    // Tabs without a controller, as after a forced reload, get no `controllerchange`.
    if (waiting.state === 'activated') reload()
    // Removed, or replaced by a later version.
    if (waiting.state === 'redundant') offer.remove()
  })
  offer.querySelector('[data-later]')!.addEventListener('click', () => offer.remove())
  offer.querySelector('[data-take-over]')!.addEventListener('click', () => {
    offer.textContent = 'Die neue Fassung wird geladen …'
    waiting.postMessage('take-over')
  })
  host.append(offer)
}
