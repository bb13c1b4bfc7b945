import type { notifications as english } from '../en/notifications.ts'

export const notifications: Record<keyof typeof english, string> = {
  'notification.accept': 'Kabul et',
  'notification.decline': 'Reddet',
  'notification.general': 'Visavis’te yeni bir şey var',
  'notification.general-text': 'Görmek için dokunun.',
  'notification.gone': 'Bu iş artık yok',
  'notification.taken': 'İşi {{name}} aldı.',
  'notification.lapsed': 'Artık sizde çalmıyor.',
  'notification.over': 'İş sona erdi',
  'notification.unreachable': 'İş henüz kabul edilmedi',
  'notification.unreachable-text': 'Visavis’e ulaşılamadı. Müşteri hâlâ bekliyor olabilir: yeniden deneyin.',
  'notification.signed-out': 'İşi almak için oturum açın',
  'notification.signed-out-text': 'Bu cihazda oturumunuz kapandı. Oturum açmak için dokunun.',
}
