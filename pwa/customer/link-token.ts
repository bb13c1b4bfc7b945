import { isLinkToken } from '../../edge/domain/invite.ts'

/** The token of `/j#<token>`, or `null` where there is none to speak of. Message apps like to append to links. */
export function linkToken(hash: string): string | null {
  const token = /^#?([A-Za-z0-9_-]*)/.exec(hash)?.[1] ?? ''
  return isLinkToken(token) ? token : null
}
