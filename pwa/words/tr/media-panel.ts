import type { mediaPanel as english } from '../en/media-panel.ts'

export const mediaPanel: Record<keyof typeof english, string> = {
  'media.title': 'Fotoğraf ve video gönder',
  'media.photos': 'Fotoğraflar',
  'media.videos': 'Videolar',
  'media.choose': 'Dosya seç',
  'media.send-photos': 'Fotoğrafları gönder',
  'media.send-videos': 'Videoları gönder',
  'media.chosen-photos': 'Seçilen fotoğraflar',
  'media.chosen-videos': 'Seçilen videolar',
  'media.no-photos': 'Fotoğraf seçilmedi',
  'media.no-videos': 'Video seçilmedi',
  'media.how': 'Mavi okla seçin ya da buraya bırakın.',
  'media.remove': '{{name}} dosyasını çıkar',
  'media.on-their-way': 'Gönderiliyor',
  'media.arrived.one': '{{count}} dosya gönderildi',
  'media.arrived.other': '{{count}} dosya gönderildi',
  'media.wrong-kind.one':
    '{{count}} dosya fotoğraf ya da video değil. Onu sohbetteki artı düğmesiyle gönderin.',
  'media.wrong-kind.other':
    '{{count}} dosya fotoğraf ya da video değil. Onları sohbetteki artı düğmesiyle gönderin.',
}
