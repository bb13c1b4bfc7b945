// What an invite may say, and for how long its link lives.

export const assignments = ['direct', 'normal'] as const
/** `direct`: the inviter's telephone rings first. `normal`: the least busy operator's does. */
export type Assignment = (typeof assignments)[number]

export const languages = ['en', 'tr'] as const
export type Language = (typeof languages)[number]

/** Hours that a link may live, as the form offers them. */
export const lifetimes = [1, 4, 24, 72, 168] as const
export const defaultLifetime = 24

/** With the link, six SMS segments of Turkish text at most. */
export const inviteMessageLimit = 300

export const defaultInviteMessages: Readonly<Record<Language, string>> = {
  en: 'Hello, we would like to talk to you by video. Open this link:',
  tr: 'Merhaba, sizinle görüntülü görüşmek istiyoruz. Bağlantıyı açın:',
}

/** The sentence that stands where nobody wrote one. It only asks to open the link. */
export function isDefaultMessage(message: string): boolean {
  return Object.values(defaultInviteMessages).includes(message)
}

/** The SMS: the operator's words, a space, the link. Nothing after the link, so that no phone makes it part of it. */
export function inviteText(message: string, link: string): string {
  return `${message.trim()} ${link}`
}

/** The token stands in the fragment: it reaches no server log and no referrer. */
export function inviteLink(publicUrl: string, token: string): string {
  return `${publicUrl}/j#${token}`
}

const token = /^[A-Za-z0-9_-]{22}$/

/** A token is 128 random bits in base64url. */
export function isLinkToken(text: string): boolean {
  return token.test(text)
}
