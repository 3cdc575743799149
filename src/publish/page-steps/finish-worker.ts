import { parentPort, workerData } from 'node:worker_threads'
import { Site } from '../site.ts'
import { finishPage } from './finish-page.ts'
import type { PageOrder, SiteAround } from './finish-pages.ts'

const { facts, files } = workerData as SiteAround
const site = new Site({ ...facts, address: new URL(facts.address) }, [], files)

parentPort!.on('message', ({ name, html }: PageOrder) => {
  // What throws here ends the thread, and the build by its error.
  void finishPage(name, html, site).then((made) => parentPort!.postMessage(made))
})
