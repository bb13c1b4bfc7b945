import type { customerLater as en } from '../en/customer-later.ts'

export const customerLater: Record<keyof typeof en, string> = {
  'customer.expired': 'Bu bağlantının süresi dolmuş',
  'customer.expired.help': 'Bağlantılar sınırlı bir süre çalışır. Gönderen kişiden yenisini isteyin.',
  'customer.withdrawn': 'Bu bağlantı geri çekilmiş',
  'customer.withdrawn.help':
    'Gönderen kişi bağlantıyı geri aldı. Hâlâ yardıma ihtiyacınız varsa yeni bir bağlantı isteyin.',
  'customer.invalid': 'Bu bağlantı geçerli değil',
  'customer.invalid.help':
    'Bir parçası eksik olabilir. Mesajdan yeniden açın ya da yeni bir bağlantı isteyin.',
  'customer.elsewhere': 'Bu görüşme başka bir cihazda açık',
  'customer.elsewhere.help': 'Bağlantıyı ilk açtığınız cihazda devam edin ya da yeni bir bağlantı isteyin.',
  'customer.cookies': 'Görüşme bu tarayıcıda yürütülemiyor',
  'customer.cookies.help':
    'Bu sayfa için çerezlere izin verin ya da mesajdaki bağlantıyı başka bir tarayıcıda açın.',
  'customer.end.question': 'Görüşme bitirilsin mi?',
  'customer.end.help':
    'Görüntü ve sohbet ikiniz için de sona erer. Ardından görüşmeyi değerlendirebilirsiniz.',
  'customer.end.not': 'Görüşmeye dön',
  'survey.question': 'Görüşmeniz nasıldı?',
  'survey.ended': 'Görüşme sona erdi.',
  'survey.comment': 'Yorum',
  'survey.comment.hint': 'İsteğe bağlı',
  'survey.send': 'Değerlendirmeyi gönder',
  'survey.choose': 'Önce yüzlerden birine dokunun.',
  'survey.thanks': 'Teşekkürler',
  'survey.thanks.help': 'Değerlendirmeniz bize ulaştı. Bu sayfayı kapatabilirsiniz.',
}
