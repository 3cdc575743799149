/**
 * Sets the reader's settings as attributes of <html> before the first paint. Inlined in the head of every page with
 * the table from `tableForFirstPaint` (settings/settings.ts) and the name under which they are stored.
 */
function beforePaint(table, settingsKey) {
  const root = document.documentElement
  // Browsers older than `browserslist` (package.json) have the page as without scripts. One feature tells each of them:
  // it came with Chromium 120, with Firefox 128, with Safari 17.4, and is in all others of the list.
  if (!(URL.canParse && window.CSSPropertyRule && Promise.withResolvers)) return
  root.setAttribute('data-scripted', '')
  root.classList.add('js')
  let stored = {}
  try {
    stored = JSON.parse(localStorage.getItem(settingsKey)) ?? {}
  } catch {}
  const address = new URLSearchParams(location.search)
  for (const key in table) {
    const values = table[key].replace('?', '').split(' ')
    const candidates = [table[key][0] === '?' && address.get(key), stored[key]]
    const value = candidates.find((candidate) => values.includes(candidate))
    if (value && value !== values[0]) root.setAttribute('data-' + key, value)
  }
  // Faces are fetched ahead for wide windows; for narrow ones too where they come in time: kept by the service worker,
  // or over a connection that is not known to be slow. Its class is asked for, not its throughput: that is a guess of
  // 1.5 Mbit/s wherever a browser has not measured it yet.
  const { effectiveType = '4g', saveData } = navigator.connection ?? {}
  if (navigator.serviceWorker?.controller || (effectiveType === '4g' && !saveData))
    for (const link of document.querySelectorAll('link[as=font]')) link.media = 'all'
  // Without the script for them, notes would stay hidden: they then stand as they do without any.
  setTimeout(() => {
    if (document.querySelector('article[data-text]:not([data-placed])')) root.classList.remove('js')
  }, 6000)
}
