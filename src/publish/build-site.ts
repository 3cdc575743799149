import { rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { openStore } from '../kept/store.ts'
import { editionFolder, engineFolder } from '../workspace/index.ts'
import type { Address } from './address.ts'
import { deliver, growingFolder, siteFolder, type folders } from './folders.ts'
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
  const said = await listenTo(() => buildAnew(audience))
  // Else a file was changed while the build went on.
  if ((await readInputs()) === inputs) await rememberSite(store, inputs, folder, said)
}

async function buildAnew(audience: keyof typeof folders): Promise<void> {
  const { build } = await import('astro')
  try {
    await build({ root: engineFolder })
  } catch (error) {
    // If Astro fails it leaves files with all texts, including those not meant for this audience.
    await rm(growingFolder(audience), { recursive: true, force: true })
    throw error
  }
  await deliver(audience)
}
