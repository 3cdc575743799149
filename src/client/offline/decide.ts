/** What the reader has decided; null: nothing yet. */
export type Wish = 'an' | 'aus' | null

export interface Circumstances {
  wish: Wish
  /** The reader's device asks to spare its data volume. */
  saveData: boolean
}

/** The edition is stored unasked unless the reader or the device has something against it. */
export function mayStore({ wish, saveData }: Circumstances): boolean {
  return wish === null ? !saveData : wish === 'an'
}
