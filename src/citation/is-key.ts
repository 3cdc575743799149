/** Whether an id is a key as editors write it: `rella-2024`. */
export const isKey = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)
