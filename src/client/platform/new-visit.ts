/** Not loaded again, and not gone back to. */
export function isNewVisit(): boolean {
  const [visit] = performance.getEntriesByType('navigation')
  return (visit as PerformanceNavigationTiming | undefined)?.type === 'navigate'
}
