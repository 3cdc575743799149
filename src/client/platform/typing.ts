/** Whether keys pressed there are letters of a field. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && !!target.closest('input, textarea, select, [contenteditable]')
