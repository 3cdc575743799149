import { defineConfig } from '@playwright/test'
import { findChromium, launchOptions } from '../chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './build-sites.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(findChromium()),
    locale: 'de-DE',
  },
})
