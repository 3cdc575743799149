/**
 * Builds the edition at each push and hands it to GitHub Pages. What builds have made is kept from one to the next; a
 * cache there is never overwritten, so each run writes its own and begins with the newest.
 */
export const githubWorkflow = `name: Edition
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    env:
      EDITION_CACHE: \${{ github.workspace }}/.edition-cache
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - uses: actions/cache@v4
        with:
          path: .edition-cache
          key: edition-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: edition-
      - run: npm install
      - run: npm run check
      - run: npm run build
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
      - id: deployment
        uses: actions/deploy-pages@v4
`
