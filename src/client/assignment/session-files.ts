/** On the page of a session: hands its passages out as files, made when the button is pressed. */
export function start(root: Document): () => void {
  const listening = new AbortController()
  root.addEventListener(
    'click',
    ({ target }) => {
      const pressed = target instanceof Element && target.closest<HTMLElement>('[data-lesson-file]')
      if (pressed)
        void import('./save-session.ts').then(({ saveSession }) =>
          saveSession(root, pressed.dataset['lessonFile']!, pressed.dataset['courseForm']),
        )
    },
    { signal: listening.signal },
  )
  return () => listening.abort()
}
