/** The seminar’s table, on its page; made there and nowhere else. */
export function start(root: Document): void {
  const host = root.querySelector<HTMLElement>('[data-seminar-table]')
  if (host) void import('./table.ts').then(({ openTable }) => openTable(root, host))
}
