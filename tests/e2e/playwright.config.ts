import { defineConfig } from '@playwright/test'
import { findChromium, launchOptions } from '../chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './build-sites.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // What is needed is loaded when it is asked for; a busy machine takes its time.
  expect: { timeout: 20_000 },
  retries: 0,
  reporter: [['list']],
  // Tagged @full: what another test asks of a few pages, widths or themes, asked of all; and Firefox.
  projects: [{ name: 'quick', grepInvert: /@full/ }, { name: 'full' }],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(findChromium()),
    locale: 'de-DE',
    // The worker stores every file of the site: for the tests of offline reading alone.
    serviceWorkers: 'block',
  },
})
