import type { sharedLater as en } from '../en/shared-later.ts'

export const sharedLater: Record<keyof typeof en, string> = {
  'common.loading': 'Yükleniyor…',
  'common.cancel': 'Vazgeç',
  'common.fault': 'Bizden kaynaklanan bir sorun oluştu. Hiçbir şey kaybolmadı; lütfen tekrar deneyin.',
  'common.unreachable': 'Visavis’e ulaşılamıyor. Bağlantınızı kontrol edip tekrar deneyin.',

  'conversation.earlier': 'Önceki mesajlar yükleniyor…',
  'conversation.customer': 'Müşteri',

  'event.invite.lapsed': 'Bağlantının süresi doldu',
  'event.invite.revoked': 'Bağlantı geri çekildi',

  'rating.1': 'Çok kötü',
  'rating.2': 'Kötü',
  'rating.3': 'İdare eder',
  'rating.4': 'İyi',
  'rating.5': 'Çok iyi',
}
