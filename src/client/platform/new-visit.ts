/** Whether the page was opened by a link or address, not reloaded or restored from history. */
export function isNewVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation')
  return (visit as PerformanceNavigationTiming | undefined)?.type === 'navigate'
}
