/** Whether the page was opened by a link, not reloaded or gone back to. */
export function isNewVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation')
  return (visit as PerformanceNavigationTiming | undefined)?.type === 'navigate'
}
