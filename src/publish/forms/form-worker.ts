import { parentPort } from 'node:worker_threads'
import { makeForm, type FormOrder } from './make-form.ts'

parentPort!.on('message', (order: FormOrder) => {
  // What throws here ends the thread, and the build by its error.
  void makeForm(order).then((made) => parentPort!.postMessage(made))
})
