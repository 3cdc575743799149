import type { Page } from '@playwright/test'

// Logged by Playwright when it blocks service workers.
const ofPlaywright = 'Service Worker registration blocked by Playwright'

/** Collects console warnings, console errors and exceptions of a page. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (['error', 'warning'].includes(message.type()) && text !== ofPlaywright) faults.push(text)
  })
  page.on('pageerror', ({ message }) => faults.push(message))
  return faults
}
