import {
  type Assignment,
  defaultInviteMessages,
  defaultLifetime,
  type Language,
} from '../../../edge/domain/invite.ts'

/** The form as it is filled in. Empty strings are "no choice". */
export interface InviteDraft {
  phone: string
  customerName: string
  message: string
  assignment: Assignment
  departmentId: string
  operatorId: string
  language: Language
  lifetimeHours: string
}

export function newDraft(language: Language): InviteDraft {
  return {
    phone: '',
    customerName: '',
    message: defaultInviteMessages[language],
    assignment: 'direct',
    departmentId: '',
    operatorId: '',
    language,
    lifetimeHours: String(defaultLifetime),
  }
}

/** Another language brings its own message, unless somebody wrote their own. */
export function withLanguage(draft: InviteDraft, language: Language): InviteDraft {
  const untouched = draft.message.trim() === defaultInviteMessages[draft.language]
  return { ...draft, language, message: untouched ? defaultInviteMessages[language] : draft.message }
}

/** What is sent: without the fields that were left open. */
export function inviteRequest(draft: InviteDraft): Record<string, string | number> {
  const { lifetimeHours, ...texts } = draft
  const filled = Object.entries(texts)
    .map(([field, text]) => [field, text.trim()] as const)
    .filter(([, text]) => text)
  return { ...Object.fromEntries(filled), lifetimeHours: Number(lifetimeHours) }
}
