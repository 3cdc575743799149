import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { openStore } from '../kept/store.ts'
import { editionFolder, engineFolder } from '../workspace/index.ts'
import type { Address } from './address.ts'
import { builtBundle, keepBundle, readBundle, type Bundle } from './bundle.ts'
import { deliver, growingFolder, siteFolder, type folders } from './folders.ts'
import { publishSite, type Place } from './publish-site.ts'
import { readAhead } from './read-ahead.ts'
import { rendererBeside } from './render-pages.ts'
import { inputsOfSite, listenTo, rememberSite, sameSite } from './same-site.ts'

/** Builds the site, unless it is there as it would be built. */
export async function buildSite(
  audience: keyof typeof folders,
  { site, base }: Address,
): Promise<void> {
  const [store, folder] = [openStore(), siteFolder(audience)]
  const readInputs = () => inputsOfSite(editionFolder(), { audience, site, base })
  const inputs = await readInputs()
  const known = await sameSite(store, inputs, folder)
  if (known) {
    for (const line of known) console.log(line)
    const name = relative(editionFolder(), folder)
    return console.log(`Nothing has changed since ${name} was built.`)
  }
  const place = {
    audience,
    address: new URL(base.replace(/\/?$/, '/'), site),
    publicFolder: join(editionFolder(), 'public'),
  }
  const said = await listenTo(() => buildAnew(place, growingFolder(audience)))
  await deliver(audience)
  // Else a file was changed while the build went on.
  if ((await readInputs()) === inputs) await rememberSite(store, inputs, folder, said)
}

async function buildAnew(place: Place, folder: string): Promise<void> {
  try {
    await publishSite(await bundleFor(place, folder), folder, place)
  } catch (error) {
    // If a build fails it leaves files with all texts, including those not meant for this audience.
    await rm(folder, { recursive: true, force: true })
    await rm(rendererBeside(folder), { recursive: true, force: true })
    throw error
  }
}

/** What Vite makes of the code, made by Astro if it is not kept: else neither of them is loaded. */
async function bundleFor(place: Place, folder: string): Promise<Bundle> {
  process.env.NODE_ENV ||= 'production'
  const [store, around] = [openStore(), { ...place, folder }]
  const kept = readBundle(store, around)
  if (kept) return kept
  // What goes wrong with a text is said when the edition is read.
  const ahead = readAhead().catch(() => {})
  const { build } = await import('astro')
  await build({ root: engineFolder })
  await ahead
  const made = builtBundle()
  keepBundle(store, around, made)
  return made
}
