/** Runs in the browser, so it must be self-contained. Lengths in pixels from the top left of the text. */
export function inspect() {
  const article = document.querySelector<HTMLElement>('article[data-text]')!
  const origin = article.getBoundingClientRect()
  const boxOf = ({ left, top, right, bottom }: DOMRect) => ({
    left: left - origin.left,
    top: top - origin.top,
    right: right - origin.left,
    bottom: bottom - origin.top,
  })
  const items = [...article.querySelectorAll<HTMLElement>('.note, .gloss')].map((element) => {
    const back = element.querySelector('[role="doc-backlink"]')!.getAttribute('href')!
    const call = document.getElementById(back.slice(1))!
    const more = element.querySelector('.more')?.getBoundingClientRect()
    const target = getComputedStyle(call, '::after')
    return {
      id: element.id,
      /** Slug of a gloss's term; all glosses of a term have the same words. */
      term: element.dataset['term'] ?? null,
      kind: element.classList.contains('note') ? ('note' as const) : ('gloss' as const),
      copies: document.querySelectorAll(`[id="${element.id}"]`).length,
      box: boxOf(element.getBoundingClientRect()),
      /** Left edge in the window, not in the text. */
      windowLeft: element.getBoundingClientRect().left,
      call: boxOf(call.getClientRects()[0]!),
      callHeight: Math.max(call.getBoundingClientRect().height, parseFloat(target.height) || 0),
      callWidth: Math.max(call.getBoundingClientRect().width, parseFloat(target.width) || 0),
      expanded: call.getAttribute('aria-expanded'),
      shown:
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !element.hidden &&
        !element.hasAttribute('hidden'),
      folded: element.hasAttribute('data-folded'),
      more: more
        ? { width: more.width, height: more.height, bottom: more.bottom - origin.top }
        : null,
      clipped:
        element.scrollWidth > element.clientWidth + 1 ||
        (getComputedStyle(element).overflowY !== 'visible' &&
          element.scrollHeight > element.clientHeight + 1),
      transformed: getComputedStyle(element).transform !== 'none',
    }
  })
  const blocks = [...article.querySelectorAll('.block > :first-child, h2, h3')].map((block) => {
    const lines: DOMRect[] = []
    const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (words.nextNode()) {
      range.selectNode(words.currentNode)
      lines.push(...range.getClientRects())
    }
    return {
      box: boxOf(block.getBoundingClientRect()),
      lines: lines.filter(({ width }) => width > 0).map(boxOf),
    }
  })
  return {
    columns: Number(getComputedStyle(article).getPropertyValue('--columns')),
    rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
    height: article.clientHeight,
    padding: parseFloat(article.style.paddingBottom || '0'),
    window: document.documentElement.clientWidth,
    overflow: document.documentElement.scrollWidth,
    items,
    blocks,
  }
}

export type Inspected = ReturnType<typeof inspect>
export type Box = Inspected['items'][number]['box']
