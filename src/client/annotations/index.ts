// The name that keep/flag.ts sets, once more: imported, it would cost every text a request.
const flag = 'edition:notizen'

/** A reader’s own marks and notes on the text. What lays them on it is loaded where this device keeps any. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const show = () => void import('./text/annotated.ts').then(({ annotated }) => annotated(root))
  try {
    if (localStorage.getItem(flag)) show()
  } catch {}
  // The first one may be made in another tab.
  addEventListener(
    'storage',
    ({ key, newValue }) => {
      if (key === flag && newValue) show()
    },
    { signal: listening.signal },
  )
  return () => listening.abort()
}
