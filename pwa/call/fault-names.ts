// What `simulateFault` of faults.ts can do.

export type Fault =
  /** Nothing of the other side arrives any more, until both agree on a new way. */
  | 'ice-fail'
  /** Requests and sockets hang, and nothing arrives, until `network-back`. */
  | 'network-silent'
  | 'network-back'
  /** The broker's sockets close, and no new one opens, until `broker-back`. */
  | 'broker-gone'
  | 'broker-back'
  | 'camera-lost'
  | 'microphone-lost'
  | 'reload'
