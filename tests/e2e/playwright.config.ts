import { defineConfig } from '@playwright/test'
import { findChromium, launchOptions } from '../chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './build-sites.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // Code is loaded on demand, which takes long on a busy machine.
  expect: { timeout: 20_000 },
  // As long as 20 whole runs without a failure are not shown; a test that had to be run twice is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  // Tagged @full: tests of all pages, widths or themes of which another test checks a few; and Firefox.
  projects: [{ name: 'quick', grepInvert: /@full/ }, { name: 'full' }],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(findChromium()),
    locale: 'de-DE',
    // The worker stores every file of the site, so only tests of offline reading allow it.
    serviceWorkers: 'block',
  },
})
