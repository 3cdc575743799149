declare module '@daisy/ace-core' {
  /** The part of Ace’s report (EARL as JSON) that the tests read. */
  interface Report {
    /** One for the package and one for each document. */
    assertions: {
      'earl:testSubject': { url: string }
      assertions: {
        'earl:test': { 'dct:title': string }
        'earl:result': { 'dct:description': string }
      }[]
    }[]
  }

  /** Opens a document and runs Ace’s scripts in it. */
  interface Runner {
    concurrency: number
    launch(): Promise<void>
    close(): Promise<void>
    run(url: string, scriptPaths: string[], scriptContents: string[]): Promise<unknown>
  }

  export default function ace(
    epub: string,
    options: { cwd: string; outdir: string; lang?: string; jobid?: string },
    runner: Runner,
  ): Promise<[job: string, report: Report]>
}
