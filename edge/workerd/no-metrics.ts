import type { Metrics } from '../gateways/metrics.ts'

/** Isolates come and go, many at once, and none lives to be asked: who runs them counts. */
export const noMetrics: Metrics = {
  request() {},
  stream() {},
  happened() {},
  accepted() {},
  sms() {},
  push() {},
  write() {},
  writesWaiting() {},
  eventLoopLag() {},
  watch() {},
  standing() {},
  text: async () => ({ text: '', type: 'text/plain' }),
}
