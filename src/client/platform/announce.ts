import { button } from './element.ts'

let hiding: ReturnType<typeof setTimeout>

/**
 * Shows a message in the status line of the page for some seconds; screen readers speak it when they are free.
 * `offer`: a button beside it.
 */
export function announce(
  root: Document,
  message: string,
  offer?: { label: string; act: () => unknown },
): void {
  const status = root.querySelector<HTMLElement>('[data-status]')
  if (!status) return
  clearTimeout(hiding)
  // Emptied first, so that a repeated message is spoken again.
  status.textContent = ''
  requestAnimationFrame(() => {
    status.textContent = message
    if (!offer) return
    const act = () => {
      status.textContent = ''
      offer.act()
    }
    status.append(' ', button(root, offer.label, act))
  })
  hiding = setTimeout(() => (status.textContent = ''), (offer ? 9000 : 3000) + 60 * message.length)
}
