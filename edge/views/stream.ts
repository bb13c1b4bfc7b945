// What the two kinds of reader may read of the log.

export {
  type Batch,
  customerBatch,
  type LogEntry,
  lastSeq,
  logAfter,
  maySee,
  operatorBatch,
} from '../store/events.ts'
