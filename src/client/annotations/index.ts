// The name that keep/flag.ts sets, once more: imported, it would cost every text a request.
const flag = 'edition:notizen'

/** A reader’s own marks and notes on the text. What lays them on it is loaded where this device keeps any. */
export function start(root: Document): () => void {
  const show = () => {
    try {
      if (localStorage[flag]) void import('./show.ts').then(({ show }) => show(root))
    } catch {}
  }
  // The first one may be made in another tab.
  addEventListener('storage', show)
  show()
  return () => removeEventListener('storage', show)
}
