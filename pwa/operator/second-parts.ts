// What an inbox can be seen and chosen from without, in one piece. It comes once the inbox is painted.

export { AccountMenu } from './account-menu.tsx'
export { CallDocks } from './call-docks.tsx'
export { ConversationPane } from './conversation-pane.tsx'
export { JobPopup } from './job-popup.tsx'
export { OutboxDialog } from './outbox/outbox-dialog.tsx'
export { StatusMenu } from './status-menu.tsx'
