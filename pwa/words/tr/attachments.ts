import type { attachments as en } from '../en/attachments.ts'

export const attachments: Record<keyof typeof en, string> = {
  'attachments.add.camera': 'Fotoğraf çek',
  'attachments.add.media': 'Fotoğraf ve video',
  'attachments.add.documents': 'Belge',
  'attachments.tray': 'Gönderilmekte olan dosyalar',
  'attachments.progress': '{{name}} gönderiliyor',
  'attachments.paused': 'Bağlantı yok. Kendiliğinden devam edecek.',
  'attachments.cancel': '{{name}} gönderimini iptal et',
  'attachments.dismiss': '{{name}} dosyasını kaldır',
  'attachments.retry': '{{name}} için tekrar dene',
  'attachments.photo': '{{name}} fotoğrafını aç',
  'attachments.download': 'İndir',
  'attachments.save': 'Fotoğrafı kaydet',
  'attachments.zoom': 'Yakınlaştır',
  'attachments.previous': 'Önceki fotoğraf',
  'attachments.next': 'Sonraki fotoğraf',
  'attachments.broken': 'Bu fotoğraf yüklenemedi.',
  'attachments.lightbox': 'Fotoğraf',
  'attachments.problem.empty': 'Bu dosya boş.',
  'attachments.problem.too-large': 'Bu dosya 200 MB’tan büyük.',
  'attachments.problem.heic':
    'Bu fotoğraf Apple’ın HEIC biçiminde ve bu tarayıcı onu dönüştüremiyor. iPhone’unuzdan gönderin ya da önce JPEG olarak kaydedin.',
  'attachments.problem.picture-too-large': 'Bu resim gösterilemeyecek kadar büyük.',
  'attachments.problem.damaged': 'Bu resim bozuk.',
  'attachments.problem.wrong-kind':
    'Bu tür dosyalar gönderilemez. Fotoğraf, video, PDF, Office ve metin dosyaları gönderebilirsiniz.',
  'attachments.problem.conversation-full': 'Bu görüşmeye daha fazla dosya sığmıyor.',
  'attachments.problem.over': 'Bu dosya artık buradan gönderilemez.',
  'attachments.problem.fault': 'Bu dosya okunamadı. Lütfen yeniden seçin.',
}
