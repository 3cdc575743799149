import type { Page } from '@playwright/test'

// Said by Playwright where it keeps service workers out.
const ofPlaywright = 'Service Worker registration blocked by Playwright'

/** Collects what a page writes to its console as a warning or an error, and what it throws. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (['error', 'warning'].includes(message.type()) && text !== ofPlaywright) faults.push(text)
  })
  page.on('pageerror', ({ message }) => faults.push(message))
  return faults
}
