import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

interface Look {
  width: number
  colorScheme: 'light' | 'dark'
  tag: string[]
}

/** Window widths and themes in which opened elements are checked; all but the first only in `npm run test:full`. */
export const looks: readonly Look[] = [
  { width: 360, colorScheme: 'dark', tag: [] },
  { width: 1280, colorScheme: 'light', tag: ['@full'] },
  { width: 360, colorScheme: 'light', tag: ['@full'] },
  { width: 1280, colorScheme: 'dark', tag: ['@full'] },
]

interface Asked {
  /** Selector of the part of the page to check. */
  part?: string
  /** Names of the rules to check, if not all. */
  rules?: string[]
  /** Names of rules that are not for this kind of document. */
  except?: string[]
}

/** What axe finds on a page: the rule and the elements that break it. */
export async function violations(
  page: Page,
  { part, rules, except }: Asked = {},
): Promise<string[]> {
  // Legacy mode opens no extra page for each analysis, which only pages with frames need.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // Else axe also describes every element that keeps its rules: of a long text, 6 MB.
  axe.options({ resultTypes: ['violations'] })
  if (part) axe.include(part)
  if (rules) axe.withRules(rules)
  if (except) axe.disableRules(except)
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
