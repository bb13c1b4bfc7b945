export { AddMenu } from './add-menu.tsx'
export { AttachmentBubble } from './attachment-bubble.tsx'
export { UploadTray } from './upload-tray.tsx'
export { createUploads } from './uploads.ts'
