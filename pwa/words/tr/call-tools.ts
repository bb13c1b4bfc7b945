import type { callTools as english } from '../en/call-tools.ts'

export const callTools: Record<keyof typeof english, string> = {
  'call.pointer': 'İşaretçi',
  'call.pointer-layer':
    'Müşterinin görüntüsündeki işaretçi. Ok tuşları oynatır, Enter dikkat çeker, Escape kaldırır.',
}
