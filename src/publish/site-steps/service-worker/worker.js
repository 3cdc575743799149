/* global BASE, CACHES, FILES, VERSION, caches, clients, registration */

const cacheName = CACHES + VERSION
/** Milliseconds that a browser has for putting a new version in the place of the older one, and tabs for loading anew. */
const handOverTime = 2000
/** How often tabs are told since when the new version answers. */
const looks = 10
/** Says that the whole edition is stored, and that of a new version, too. */
const wholeMark = `${BASE}?ganz`
/** By path: whether it is always stored; of a page, the paths of what it alone needs. */
const files = new Map(
  FILES.map(([path, seal, needs]) => [
    BASE + path,
    {
      seal,
      isAlways: needs === 1,
      needs: Array.isArray(needs) ? needs.map((index) => BASE + FILES[index][0]) : undefined,
    },
  ]),
)

/** When the browser put this version in the place of the older one; milliseconds since 1970. */
let activated = null
/** Ids of tabs that were given their page by this version; it may be before the browser says that it is active. */
const served = new Set()

self.addEventListener('install', (event) => event.waitUntil(store()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(takeOver())
  if (event.data?.store) event.waitUntil(storeMore(event.data.store, event.ports[0]))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (!url.pathname.startsWith(BASE)) return
  if (event.resultingClientId) served.add(event.resultingClientId)
  const isTaken = /\.(?:pdf|epub|xml|html)$/.test(url.pathname) && !isListed(url)
  event.respondWith(isTaken ? takeAlong(event, url) : answer(event, url))
})

// All or nothing: a byte that differs from the build, as after half an upload, leaves the old version in place.
async function store() {
  const known = await caches.has(cacheName)
  const cache = await caches.open(cacheName)
  try {
    if (await caches.match(wholeMark)) await storeWhole(cache)
    else await storeAll(cache, [...(await shown()), ...(await keptByOlder())])
  } catch (error) {
    if (!known) await caches.delete(cacheName)
    throw error
  }
}

/** Paths of the pages that tabs show. */
async function shown() {
  return (await tabs()).map(({ url }) => new URL(url).pathname.replace(/\/index\.html$/, '/'))
}

/** Paths of what older versions have stored. */
async function keptByOlder() {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES))
  const kept = names.map(async (name) => (await caches.open(name)).keys())
  return (await Promise.all(kept)).flat().map(({ url }) => new URL(url).pathname)
}

async function storeWhole(cache) {
  await storeAll(cache, files.keys())
  await cache.put(wholeMark, new Response())
}

/** Stores what every page needs, and of the paths those of pages with what they need. */
async function storeAll(cache, paths) {
  const wanted = new Set()
  for (const [path, { isAlways }] of files) if (isAlways) wanted.add(path)
  for (const path of paths) {
    if (!files.has(path)) continue
    for (const needed of files.get(path).needs ?? []) wanted.add(needed)
    wanted.add(path)
  }
  const waiting = wanted.values()
  // A few at a time: what the reader asks for meanwhile must not queue behind three hundred files.
  await Promise.all([1, 2, 3].map(() => storeNext(cache, waiting)))
}

async function storeNext(cache, waiting) {
  for (const path of waiting)
    if (!(await cache.match(path, { ignoreVary: true }))) await storeFile(cache, path)
}

async function storeFile(cache, path) {
  const { seal } = files.get(path)
  const response = (await storedBefore(path, seal)) ?? (await fetchSealed(path, seal))
  const { body, headers, redirected } = response
  // A browser refuses a redirected answer to a navigation.
  await cache.put(path, redirected ? new Response(body, { headers }) : response)
}

/** A file of another version with the same bytes. */
async function storedBefore(path, seal) {
  const response = await caches.match(path, { ignoreVary: true })
  return response && (await isSealed(response.clone(), seal)) ? response : undefined
}

async function fetchSealed(path, seal) {
  const response = await fetch(path, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  if (!(await isSealed(response.clone(), seal))) throw new Error(`${path}: other bytes than built`)
  return response
}

async function isSealed(response, seal) {
  const sum = await crypto.subtle.digest('SHA-256', await response.arrayBuffer())
  return seal === btoa(String.fromCharCode(...new Uint8Array(sum, 0, 16))).slice(0, 22)
}

/**
 * Stores pages by the reader's wish, or the whole edition, and what is always stored: a worker outlives its removal while
 * a tab is in its hands, its files do not.
 */
async function storeMore(paths, port) {
  try {
    const cache = await caches.open(cacheName)
    await (paths === 'all' ? storeWhole(cache) : storeAll(cache, paths))
    port.postMessage(true)
  } catch {
    port.postMessage(false)
  }
}

async function activate() {
  activated = Date.now()
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
  await wait()
  let since = activated
  if (registration.waiting) {
    await removeOlder()
    since = Date.now()
    // Tabs of other editions on the same origin have another prefix. Pages of older editions know no time.
    for (const tab of await tabs()) tab.postMessage(CACHES)
  }
  // Again and again, for tabs that were just loading a page of the older version.
  for (let look = 0; since !== null && look < looks; look++) {
    for (const tab of await tabs()) if (!served.has(tab.id)) tab.postMessage([CACHES, since])
    await wait()
  }
}

const wait = () => new Promise((resolve) => setTimeout(resolve, handOverTime))

const tabs = () => clients.matchAll({ type: 'window', includeUncontrolled: true })

/** The query plays no part: pages read it themselves, Pagefind adds `?ts=` to get past the HTTP cache. */
async function answer(event, { origin, pathname, search }) {
  const { request } = event
  const path = pathname.replace(/\/index\.html$/, '/')
  const file = await read(path)
  if (file) return file
  // As web hosts do: addresses on a page are relative to its own.
  if (!path.endsWith('/') && (files.has(`${path}/`) || (await stored(`${path}/`))))
    return Response.redirect(`${origin}${path}/${search}`)
  if (request.mode !== 'navigate') return fetch(request)
  try {
    const response = await fetch(request)
    if (files.get(path)?.needs) event.waitUntil(keepPage(path, response.clone()))
    return response
  } catch {
    return (await read(`${BASE}offline/`)) ?? Response.error()
  }
}

/** A page that has been opened stays, if it is of this version. */
async function keepPage(path, response) {
  const { seal, needs } = files.get(path)
  if (!response.ok || !(await isSealed(response.clone(), seal))) return
  if (!(await caches.has(cacheName))) return
  const cache = await caches.open(cacheName)
  try {
    await storeNext(cache, needs.values())
    await cache.put(path, response)
  } catch {
    // Without the network, or without room, the page is as it was: read, not kept.
  }
}

/**
 * A stored file. While another version is coming, its bytes are taken out of the cache before the answer: if that is
 * removed between the answer and its reading, Chromium never ends the answer, and a tab stays empty.
 */
async function read(path) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const file = await stored(path)
    if (!file || !(registration.installing || registration.waiting)) return file
    // This, too, may be refused or never end.
    const whole = await Promise.race([file.blob(), wait()]).catch(() => null)
    if (whole) return new Response(whole, { status: file.status, headers: file.headers })
  }
}

/** A file of this version; once these have gone, of the one that takes over. */
const stored = async (path) =>
  (await caches.match(path, { cacheName, ignoreVary: true })) ??
  ((await caches.has(cacheName)) ? undefined : caches.match(path, { ignoreVary: true }))

const isListed = ({ pathname }) => pathname.endsWith('/index.html') || files.has(pathname)

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
