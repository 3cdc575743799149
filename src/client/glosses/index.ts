import { knownTermsKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'

/**
 * Applies the setting for glosses (`data-glossen` on <html>) and the reader's list of known terms, and adds a button to
 * each gloss for its tools: mark as known, note down, go to other occurrences.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const glosses = [...root.querySelectorAll<HTMLElement>('article[data-text] .gloss')]
  for (const gloss of glosses) addMore(gloss)
  const apply = () =>
    import('./apply.ts').then(({ applyDose }) => {
      applyDose(root, glosses)
      root.dispatchEvent(new CustomEvent('edition:layout'))
    })
  root.addEventListener('edition:settings', apply, { signal })
  root.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element)) return
      const gloss = target.closest<HTMLElement>('.gloss')
      if (target.closest('[data-opens="begriffe"]'))
        void import('./terms-dialog.ts').then(({ openTerms }) => openTerms(root))
      if (!gloss) return
      if (target.closest('.gloss-more'))
        void import('./tools.ts').then(({ toggleTools }) => toggleTools(gloss))
    },
    { signal },
  )
  if (root.documentElement.dataset['glossen'] || knowsTerms()) void apply()
  return () => listening.abort()
}

const knowsTerms = (): boolean => (device.read(knownTermsKey) ?? '[]') !== '[]'

function addMore(gloss: HTMLElement): void {
  const button = gloss.ownerDocument.createElement('button')
  button.type = 'button'
  button.className = 'gloss-more'
  button.textContent = '⋯'
  button.setAttribute('aria-expanded', 'false')
  button.setAttribute('aria-label', `Mehr zu ${gloss.querySelector('.gloss-lemma')?.textContent}`)
  // Keeps the button on the same line as the word before it.
  const end = gloss.ownerDocument.createElement('span')
  end.className = 'gloss-end'
  const back = gloss.querySelector('.gloss-back')!
  back.replaceWith(end)
  end.append(back, button)
}
