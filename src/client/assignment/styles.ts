import passage from './passage.css?inline'
import task from './task.css?inline'
import worksheet from './worksheet.css?inline'

/** The styles of an assignment that is read or printed. */
export const styles = passage + task + worksheet
