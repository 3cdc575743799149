/** Does the address lead out of the edition? */
export const isForeign = (url: string): boolean => /^([a-z]+:|\/\/)/.test(url)
