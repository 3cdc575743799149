/**
 * Sets the reader's settings as attributes of <html> before anything is drawn. Inlined in the head of every page,
 * with the table that settings.ts makes: key → values, the default first, `?` where the address may say it too.
 */
function beforePaint(table) {
  const root = document.documentElement
  root.classList.add('js')
  let stored = {}
  try {
    stored = JSON.parse(localStorage.getItem('edition:einstellungen')) ?? {}
  } catch {}
  const address = new URLSearchParams(location.search)
  for (const key in table) {
    const values = table[key].replace('?', '').split(' ')
    const candidates = [table[key][0] === '?' && address.get(key), stored[key]]
    const value = candidates.find((candidate) => values.includes(candidate))
    if (value && value !== values[0]) root.setAttribute('data-' + key, value)
  }
  // Faces are fetched ahead for wide windows; for narrow ones too where they come in time: kept by the service worker,
  // or over a connection that is not known to be slow (Mbit/s).
  if (navigator.serviceWorker?.controller || !(navigator.connection?.downlink < 5))
    for (const link of document.querySelectorAll('link[as=font]')) link.media = 'all'
  // Without the script for them, notes would stay hidden: they then stand as they do without any.
  setTimeout(() => {
    if (document.querySelector('article[data-text]:not([data-placed])')) root.classList.remove('js')
  }, 6000)
}
