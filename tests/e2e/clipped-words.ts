import type { Page } from '@playwright/test'

/** Words of a page of which a box that hides what flows over shows only a part, with the sides at which it cuts. */
export const clippedWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const parent = node.parentElement!
      if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue
      for (let around: Element | null = parent; around; around = around.parentElement) {
        const style = getComputedStyle(around)
        // Words for screen readers alone.
        if (style.clipPath !== 'none' || style.clip !== 'auto') break
        if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue
        const edge = around.getBoundingClientRect()
        // Shortened on purpose, with a way to the rest.
        const isShortened = style.textOverflow === 'ellipsis'
        const isFolded = around.matches('[data-folded], [data-folded] *')
        const range = document.createRange()
        range.selectNodeContents(node)
        const sides = [...range.getClientRects()].flatMap(({ left, right, top, bottom }) => [
          ...(left < edge.left - 1 ? ['left'] : []),
          ...(right > edge.right + 1 && !isShortened ? ['right'] : []),
          // Lines are higher than their letters.
          ...(top < edge.top - 4 ? ['top'] : []),
          ...(bottom > edge.bottom + 4 && !isFolded ? ['bottom'] : []),
        ])
        if (sides.length > 0)
          faults.push(`„${node.data.trim().slice(0, 40)}“: ${[...new Set(sides)].join(', ')}`)
        // The boxes around it see the words as if they were not cut.
        if (isShortened) break
      }
    }
    return faults
  })
