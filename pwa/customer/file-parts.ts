import './attachment-words.ts'

export * from '../conversation/attachments/attachment-parts.ts'
