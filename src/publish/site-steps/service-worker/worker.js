/* global BASE, CACHES, FILES, VERSION, caches, clients, registration */

const cacheName = CACHES + VERSION
/** Milliseconds that a browser has for putting a new version in the place of the older one. */
const handOverTime = 2000

self.addEventListener('install', (event) => event.waitUntil(store()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(takeOver())
  if (event.data === 'store') event.waitUntil(storeAgain(event.ports[0]))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (!url.pathname.startsWith(BASE)) return
  const isTaken = /\.(?:pdf|epub|xml|html)$/.test(url.pathname) && !isListed(url)
  event.respondWith(isTaken ? takeAlong(event, url) : answer(url, request))
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

async function activate() {
  // On the first visit no tab holds an older version: let the tab that is open work offline, too.
  if ((await removeOlder()) === 0) await clients.claim()
}

/** Caches are listed in the order in which they were made; a later one belongs to a version that is being stored. */
async function removeOlder() {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES))
  const older = names.slice(0, names.indexOf(cacheName))
  await Promise.all(older.map((name) => caches.delete(name)))
  return older.length
}

/**
 * Chromium activates a version when the older worker is idle. A page that asks for a file while that worker is stopped
 * starts it again, and it is kept for half a minute after the last request. So the tabs do not wait for that: the older
 * worker answers from the files that are left.
 */
async function takeOver() {
  self.skipWaiting()
  await new Promise((resolve) => setTimeout(resolve, handOverTime))
  if (!registration.waiting) return
  await removeOlder()
  const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  // Tabs of other editions on the same origin have another prefix.
  for (const tab of tabs) tab.postMessage(CACHES)
}

/** The query plays no part: pages read it themselves, Pagefind adds `?ts=` to get past the HTTP cache. */
async function answer({ origin, pathname, search }, request) {
  const path = pathname.replace(/\/index\.html$/, '/')
  const file = await stored(path)
  if (file) return file
  // As web hosts do: addresses on a page are relative to its own.
  if (!path.endsWith('/') && (await stored(`${path}/`)))
    return Response.redirect(`${origin}${path}/${search}`)
  if (request.mode !== 'navigate') return fetch(request)
  return fetch(request).catch(async () => (await stored(`${BASE}offline/`)) ?? Response.error())
}

/** A file of this version, else of the one that takes over. */
const stored = async (path) =>
  (await caches.match(path, { cacheName, ignoreVary: true })) ??
  caches.match(path, { ignoreVary: true })

const isListed = ({ pathname }) =>
  pathname.endsWith('/index.html') || FILES.some(([path]) => BASE + path === pathname)

// Files to take along are kept once they have been fetched.
async function takeAlong(event, { pathname }) {
  try {
    const response = await fetch(event.request)
    if (response.status === 200) event.waitUntil(keep(pathname, response.clone()))
    return response
  } catch {
    const kept = await stored(pathname)
    if (kept) return kept
    const offline = await stored(`${BASE}offline/`)
    // With the status of an error, else browsers save this page in place of the file.
    return offline
      ? new Response(offline.body, { status: 503, headers: offline.headers })
      : Response.error()
  }
}

// Not anew for a version whose files have gone.
async function keep(pathname, response) {
  if (await caches.has(cacheName)) await (await caches.open(cacheName)).put(pathname, response)
}
