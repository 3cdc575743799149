/** The finished site, as a publish step sees it. */
export interface Site {
  /** Absolute path of the output folder. */
  folder: string
  /** Address of the site, base path included. */
  address: URL
  audience: string
  log: (message: string) => void
}

/** A step of publishing: reads and writes the output folder only; says in a line what it did. */
export type Step = (site: Site) => Promise<string>
