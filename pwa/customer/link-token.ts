import { isHandoverCode } from '../../edge/domain/handover.ts'
import { isLinkToken } from '../../edge/domain/invite.ts'

// Message apps like to append to links.
const fragment = /^#?([A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]*))?/

/** The token of `/j#<token>`, or `null` where there is none to speak of. */
export function linkToken(hash: string): string | null {
  const token = fragment.exec(hash)?.[1] ?? ''
  return isLinkToken(token) ? token : null
}

/** The code of `/j#<token>.<code>`, by which this browser goes on with what another one began. */
export function handoverCode(hash: string): string | null {
  const code = fragment.exec(hash)?.[2] ?? ''
  return isHandoverCode(code) ? code : null
}
