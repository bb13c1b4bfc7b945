// Ids are random UUIDs (also safe as PeerJS ids); the brands keep one kind from being passed as another.

type Id<Kind extends string> = string & { readonly kind: Kind }

export type ConversationId = Id<'conversation'>
export type CustomerId = Id<'customer'>
export type OperatorId = Id<'operator'>
export type DepartmentId = Id<'department'>
export type JobId = Id<'job'>
export type OfferId = Id<'offer'>
export type CallId = Id<'call'>
export type LinkId = Id<'link'>
export type SmsId = Id<'sms'>
export type AttachmentId = Id<'attachment'>
export type PushDeviceId = Id<'push-device'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return uuid.test(text)
}
