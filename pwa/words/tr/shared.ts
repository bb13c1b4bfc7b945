import type { shared as english } from '../en/shared.ts'

export const shared: Record<keyof typeof english, string> = {
  'common.product': 'Visavis',
  'common.loading': 'Yükleniyor…',
  'common.retry': 'Tekrar dene',
  'common.close': 'Kapat',
  'common.cancel': 'Vazgeç',
  'common.offline': 'Şu an bağlantı yok. Yazdıklarınız saklanıyor, bağlantı gelince gönderilecek.',
  'common.reconnecting': 'Yeniden bağlanılıyor…',
  'common.new-version': 'Yeni sürüm hazır.',
  'common.new-version-later': 'Yeni sürüm, görüşme bitip yazdıklarınız gönderilince yüklenecek.',
  'common.load-again': 'Yükle',
  'common.fault': 'Bizden kaynaklanan bir sorun oluştu. Hiçbir şey kaybolmadı; lütfen tekrar deneyin.',
  'common.unreachable': 'Visavis’e ulaşılamıyor. Bağlantınızı kontrol edip tekrar deneyin.',
}
