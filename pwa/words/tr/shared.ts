import type { shared as english } from '../en/shared.ts'

export const shared: Record<keyof typeof english, string> = {
  'common.product': 'Visavis',
  'common.retry': 'Tekrar dene',
  'common.close': 'Kapat',
  'common.offline': 'Şu an bağlantı yok. Yazdıklarınız saklanıyor, bağlantı gelince gönderilecek.',
  'common.new-version': 'Yeni sürüm hazır.',
  'common.new-version-later': 'Yeni sürüm, görüşme bitip yazdıklarınız gönderilince yüklenecek.',
  'common.load-again': 'Yükle',
}
