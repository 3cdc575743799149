/* global BASE, CACHES, FILES, VERSION, caches, clients */

const cacheName = CACHES + VERSION
const paths = new Set(FILES.map(([path]) => path))

self.addEventListener('install', (event) => event.waitUntil(store()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting()
  if (event.data === 'store') event.waitUntil(storeAgain(event.ports[0]))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  const path = storedPath(url.pathname)
  // As web hosts do: addresses on a page are relative to its own.
  if (path !== null && isWithoutSlash(path, url))
    return event.respondWith(Response.redirect(`${url.origin}${BASE}${path}${url.search}`))
  if (path !== null) event.respondWith(answer(path, request))
  else if (/\.(?:pdf|epub|xml|html)$/.test(url.pathname)) event.respondWith(takeAlong(event, url))
  else if (request.mode === 'navigate')
    event.respondWith(fetch(request).catch(() => answer('offline/', request)))
})

// All or nothing: a byte that differs from the build, as after half an upload, leaves the old version in place.
async function store() {
  const known = await caches.has(cacheName)
  const cache = await caches.open(cacheName)
  try {
    const waiting = FILES.values()
    // A few at a time: what the reader asks for meanwhile must not queue behind three hundred files.
    await Promise.all([1, 2, 3].map(() => storeAll(cache, waiting)))
  } catch (error) {
    if (!known) await caches.delete(cacheName)
    throw error
  }
}

async function storeAll(cache, waiting) {
  for (const [path, integrity] of waiting) await storeFile(cache, BASE + path, integrity)
}

async function storeFile(cache, url, integrity) {
  const response = await fetch(url, { integrity, cache: 'no-cache' })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  const { body, headers, redirected } = response
  // A browser refuses a redirected answer to a navigation.
  await cache.put(url, redirected ? new Response(body, { headers }) : response)
}

// A worker outlives its removal while a tab is in its hands; its files do not.
async function storeAgain(port) {
  port.postMessage(
    await store().then(
      () => true,
      () => false,
    ),
  )
}

async function takeOver() {
  const older = (await caches.keys()).filter((key) => key.startsWith(CACHES) && key !== cacheName)
  await Promise.all(older.map((key) => caches.delete(key)))
  // On the first visit no tab holds an older version: let the tab that is open work offline, too.
  if (older.length === 0) await clients.claim()
}

/** The query plays no part: pages read it themselves, Pagefind adds `?ts=` to get past the HTTP cache. */
function storedPath(pathname) {
  if (!pathname.startsWith(BASE)) return null
  const path = pathname.slice(BASE.length).replace(/(^|\/)index\.html$/, '$1')
  return [path, `${path}/`].find((candidate) => paths.has(candidate)) ?? null
}

const isWithoutSlash = (path, { pathname }) =>
  path.endsWith('/') && !pathname.endsWith('/') && !pathname.endsWith('/index.html')

// Files to take along are kept once they have been fetched.
async function takeAlong(event, { pathname }) {
  const cache = await caches.open(cacheName)
  try {
    const response = await fetch(event.request)
    if (response.status === 200) event.waitUntil(cache.put(pathname, response.clone()))
    return response
  } catch {
    const kept = await cache.match(pathname, { ignoreVary: true })
    if (kept) return kept
    // With the status of an error, else browsers save this page in place of the file.
    const { body, headers } = await answer('offline/', event.request)
    return new Response(body, { status: 503, headers })
  }
}

async function answer(path, request) {
  const cache = await caches.open(cacheName)
  return (await cache.match(BASE + path, { ignoreVary: true })) ?? fetch(request)
}
