export { AddMenu } from './add-menu.tsx'
export { AttachmentRow } from './attachment-row.tsx'
export { UploadTray } from './upload-tray.tsx'
export { createUploads } from './uploads.ts'
