import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { editionSchema } from '../edition/model/schemas.ts'
import { Refused } from '../workspace/index.ts'

/** Where a site is: `https://example.org` and `/sub/path/`. */
export interface Address {
  site: string
  base: string
}

/** SITE and BASE as they are said, else `address` of edition.yaml; null: neither. */
export function saidAddress(env: NodeJS.ProcessEnv = process.env): Address | null {
  const { SITE, BASE } = env
  if (!SITE) {
    const address = addressInEdition()
    return address === null ? null : addressOf(address, BASE)
  }
  if (!isAddress(SITE))
    throw new Refused(`SITE is “${SITE}”. Write the whole address, as https://example.org.`)
  return addressOf(SITE, BASE)
}

/** The address of a site that is served on this machine. */
export const addressHere = (port: number, { BASE }: NodeJS.ProcessEnv = process.env): Address => ({
  site: `http://localhost:${port}`,
  base: withSlashes(BASE ?? '/'),
})

/** The address of a site for others, which stands in its pages, citations and files. */
export function addressForOthers(command: string, env?: NodeJS.ProcessEnv): Address {
  const address = saidAddress(env)
  if (address) return address
  throw new Refused(
    `Where will this edition be read? Its pages, citations and files name their address. Say it once in content/edition.yaml, as “address: https://example.org/”, or here: SITE=https://example.org ${command}`,
  )
}

/** @param base the path below the site, if it does not stand in the address */
function addressOf(address: string, base: string | undefined): Address {
  const { origin, pathname } = new URL(address)
  if (base === undefined || pathname === '/')
    return { site: origin, base: withSlashes(base ?? pathname) }
  if (withSlashes(base) !== withSlashes(pathname))
    throw new Refused(
      `The address ${address} ends in “${pathname}”, but BASE is “${base}”. Say one of the two.`,
    )
  return { site: origin, base: withSlashes(base) }
}

const isAddress = (address: string): boolean => /^https?:$/.test(URL.parse(address)?.protocol ?? '')

const withSlashes = (path: string): string => `/${path}/`.replace(/\/{2,}/g, '/')

/** If it cannot be read, the build says why. */
function addressInEdition(file = 'content/edition.yaml'): string | null {
  if (!existsSync(file)) return null
  try {
    const { address } = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' }) as Record<
      string,
      unknown
    >
    return editionSchema.shape.address.parse(address) ?? null
  } catch {
    return unread
  }
}

const unread = 'https://edition.invalid/'
