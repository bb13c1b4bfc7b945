export { IncomingCall } from './incoming-call.tsx'
export { OutgoingCall } from './outgoing-call.tsx'
