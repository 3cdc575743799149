import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

interface Look {
  width: number
  colorScheme: 'light' | 'dark'
  tag: string[]
}

/** Windows and colours in which axe looks at what a reader opens; those but the first two in `npm run test:full`. */
export const looks: readonly Look[] = [
  { width: 360, colorScheme: 'dark', tag: [] },
  { width: 1280, colorScheme: 'light', tag: [] },
  { width: 360, colorScheme: 'light', tag: ['@full'] },
  { width: 1280, colorScheme: 'dark', tag: ['@full'] },
]

interface Asked {
  /** Selector of the part of the page that is looked at. */
  part?: string
  /** Names of the only rules asked for. */
  rules?: string[]
}

/** What axe finds on a page: the rule and the elements that break it. */
export async function violations(page: Page, { part, rules }: Asked = {}): Promise<string[]> {
  // Without a page of its own for every analysis: the edition has no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (part) axe.include(part)
  if (rules) axe.withRules(rules)
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
