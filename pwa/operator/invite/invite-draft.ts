import {
  type Assignment,
  defaultInviteMessages,
  defaultLifetime,
  type Language,
} from '../../../edge/domain/invite.ts'
import type { Template } from '../../../edge/domain/wire.ts'

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

/** Another language brings its own words: the template of the same name, else the standard message. Own words stay. */
export function withLanguage(
  draft: InviteDraft,
  language: Language,
  templates: readonly Template[] = [],
): InviteDraft {
  const choice = messageChoice(draft, templates)
  if (choice === 'own') return { ...draft, language }
  const name = templates.find(({ id }) => id === choice)?.name
  const sibling = templates.find((other) => other.language === language && other.name === name)
  return { ...draft, language, message: sibling?.text ?? defaultInviteMessages[language] }
}

/** Where the message comes from: the standard one, a template (its id), or own words. Read off the message itself. */
export function messageChoice({ message, language }: InviteDraft, templates: readonly Template[]): string {
  const text = message.trim()
  if (text === defaultInviteMessages[language]) return 'standard'
  return templates.find((other) => other.language === language && other.text === text)?.id ?? 'own'
}

/** What is sent: without the fields that were left open. */
export function inviteRequest(draft: InviteDraft): Record<string, string | number> {
  const { lifetimeHours, ...texts } = draft
  const filled = Object.entries(texts)
    .map(([field, text]) => [field, text.trim()] as const)
    .filter(([, text]) => text)
  return { ...Object.fromEntries(filled), lifetimeHours: Number(lifetimeHours) }
}
