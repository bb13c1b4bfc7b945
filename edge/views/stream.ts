// What the two kinds of reader may read of the log.

export { type Batch, customerBatch, operatorBatch } from '../store/events.ts'
