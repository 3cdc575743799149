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
  reporter: [['list']],
  // Tagged @full: tests of all pages, widths or themes of which another test checks a few; and Firefox.
  projects: [{ name: 'quick', grepInvert: /@full/ }, { name: 'full' }],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(findChromium()),
    locale: 'de-DE',
    screenshot: 'only-on-failure',
    // The worker stores every file of the site, so only tests of offline reading allow it.
    serviceWorkers: 'block',
  },
})
