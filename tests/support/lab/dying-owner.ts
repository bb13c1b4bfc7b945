// Opens a lab with somebody in it, says who, and waits to be killed.
import { openLab } from './open-lab.ts'

const lab = await openLab()
const sleeper = lab.start('customer', 'sleep', '600')
console.log(sleeper.pid)
