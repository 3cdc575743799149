/** The notes of a seminar laid over one another („Seminartisch“), on the page that has a place for them. */
export function start(root: Document): void {
  const host = root.querySelector<HTMLElement>('[data-seminar-table]')
  if (host)
    void import('./panel.ts').then(({ openSeminarOverlay }) => openSeminarOverlay(root, host))
}
