/**
 * Imported first by every page's script: throws in browsers that are older than `browserslist` (package.json), by which
 * no other module runs, so that they have the page as without scripts. before-paint.js tells them apart.
 */
if (!document.documentElement.hasAttribute('data-scripted'))
  throw new Error('This browser is too old for the scripts of this page.')
