import type { Kept } from './store.ts'

/** Offers the place of last time above the text; null where it is there no more. Closed, it dispatches `offer:closed`. */
export function offerPlace(root: Document, { id, name }: Kept): HTMLElement | null {
  if (!root.getElementById(id)) return null
  const offer = root.createElement('div')
  offer.className = 'offer'
  offer.setAttribute('role', 'region')
  offer.setAttribute('aria-label', 'Weiterlesen')
  offer.innerHTML =
    '<p><a>Weiterlesen</a> <span></span></p><button type="button">Nicht jetzt</button>'
  const link = offer.querySelector('a')!
  link.href = `#${id}`
  offer.querySelector('span')!.textContent = `bei ${name}`
  offer.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a, button')) close(offer)
  })
  root.querySelector('main')!.before(offer)
  return offer
}

export function close(offer: HTMLElement): null {
  offer.remove()
  offer.dispatchEvent(new CustomEvent('offer:closed'))
  return null
}
