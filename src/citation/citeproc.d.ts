/** The part of citeproc-js that the edition uses; the package has no types. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string
    retrieveItem(id: string): object
  }
  interface Cite {
    id: string
    label?: string
    locator?: string
    /** 0 first, 1 subsequent, 2 ibid, 3 ibid with locator. */
    position: 0 | 1 | 2 | 3
  }
  class Engine {
    constructor(system: System, style: string, language: string, forceLanguage: boolean)
    updateItems(ids: string[]): void
    /** HTML of one citation, independent of the others. */
    makeCitationCluster(cites: Cite[]): string
    makeBibliography(): [{ entry_ids: string[][] }, string[]]
  }
  const CSL: { Engine: typeof Engine }
  export default CSL
}
