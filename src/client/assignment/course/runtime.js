// Runs in the page of a package for courses: keeps answers in the browser, hands them out as a file, and tells the course
// that the reader is done when the reader says so. Nothing else goes to the course.
;(() => {
  const data = JSON.parse(document.querySelector('[data-course]').textContent)
  const said = document.querySelector('[data-said]')
  const done = document.querySelector('[data-done]')

  const stored = (work) => {
    try {
      return work(localStorage)
    } catch {
      return null
    }
  }
  const kept = stored((storage) => JSON.parse(storage.getItem(data.item))) ?? {}
  const answers = kept.answers ?? {}
  const file = kept.file ?? Date.now().toString(36) + String(Math.random()).slice(2, 8)
  const keep = () => {
    const { title, about } = data.assignment
    const json = JSON.stringify({ title, about, answers, file })
    if (!stored((storage) => (storage.setItem(data.item, json), true)))
      said.textContent =
        'Dieser Browser kann hier nichts speichern. Laden Sie die Datei herunter, bevor Sie die Seite schließen.'
  }
  const fit = (field) => {
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight + 4}px`
  }
  for (const field of document.querySelectorAll('textarea[data-key]')) {
    const { key } = field.dataset
    const { question, at } = data.questions.find((asked) => asked.key === key)
    field.value = answers[key]?.answer ?? ''
    fit(field)
    field.addEventListener('input', () => {
      if (field.value.trim()) answers[key] = { question, at, answer: field.value }
      else delete answers[key]
      fit(field)
      keep()
    })
  }

  document.querySelector('[data-hand-in]').addEventListener('click', () => {
    keep()
    const made = new Date().toISOString()
    const filed = data.questions.map((asked) => ({
      ...asked,
      answer: answers[asked.key]?.answer ?? '',
    }))
    const person = document.querySelector('[data-name]').value.trim()
    const { format, assignment } = data
    const all = { ...format, id: file, person, made, assignment, answers: filed }
    const link = document.createElement('a')
    const type = 'application/json'
    link.href = URL.createObjectURL(new Blob([JSON.stringify(all, null, 1)], { type }))
    const who = person.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-') || file.slice(-5)
    link.download = `antworten-${data.fileName}-${who}-${made.slice(0, 10)}.json`
    link.click()
    said.textContent = `Gespeichert als ${link.download}. Geben Sie die Datei ab, wie es verabredet ist.`
  })
  document.querySelector('[data-print]').addEventListener('click', () => print())

  // SCORM 1.2: the course offers an object named API in a window around this one, or in the one that opened it.
  const find = (from) => {
    try {
      for (let view = from, i = 0; view && i < 10; view = view.parent, i++) {
        if (view.API) return view.API
        if (view.parent === view) return null
      }
    } catch {
      // A window of another site.
    }
    return null
  }
  const api = find(window) ?? find(window.opener)
  if (!api || String(api.LMSInitialize('')) === 'false') return
  const status = 'cmi.core.lesson_status'
  const isDone = () => /^(completed|passed)$/.test(api.LMSGetValue(status))
  const set = (value) =>
    String(api.LMSSetValue(status, value)) !== 'false' && String(api.LMSCommit('')) !== 'false'
  const name = () => {
    done.textContent = isDone() ? 'Doch noch nicht bearbeitet' : 'Als bearbeitet melden'
  }
  if (!isDone()) set('incomplete')
  done.hidden = false
  name()
  done.addEventListener('click', () => {
    const next = isDone() ? 'incomplete' : 'completed'
    const told = next === 'completed' ? 'bearbeitet' : 'noch nicht bearbeitet'
    said.textContent = set(next)
      ? `Dem Kurs als ${told} gemeldet.`
      : 'Der Kurs hat die Meldung nicht angenommen.'
    name()
  })
  addEventListener('pagehide', () => api.LMSFinish(''), { once: true })
})()
