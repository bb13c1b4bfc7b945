import type { customer as en } from '../en/customer.ts'

export const customer: Record<keyof typeof en, string> = {
  'customer.opening': 'Görüşmeniz açılıyor…',
  'customer.hello': 'Merhaba {{name}},',
  'customer.landing': '{{team}} ekibinden {{inviter}} sizinle yüz yüze görüşmek istiyor',
  'customer.camera': 'Kamera ve mikrofon',
  'customer.camera.why':
    'Birbirinizi görüp duyabilmeniz için tarayıcınız izin isteyecek. İzin vermeseniz de karşı tarafı görür, duyar ve yazabilirsiniz.',
  'customer.private': 'Size özel',
  'customer.private.why':
    'Görüntü doğrudan ikiniz arasında gider, kaydedilmez. Hiçbir şey yüklemeniz gerekmez.',
  'customer.continue': 'Devam et',

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
  'customer.unreachable': 'Bağlantı yok',
  'customer.unreachable.help': 'Denemeye devam ediyoruz. Bağlantınız geçerli kalır.',

  'customer.waiting': 'Temsilci bekleniyor',
  'customer.waiting.help': 'Birazdan biri sizinle ilgilenecek. Şimdiden yazabilirsiniz.',
  'customer.queue.one': 'Sıradaki sizsiniz.',
  'customer.queue.other': 'Sırada {{count}}. kişisiniz.',
  'customer.with': '{{name}} ile',
  'customer.connecting': 'Bağlanıyor…',
  'customer.no-camera': 'Kameranız olmadan da görür, duyar ve yazabilirsiniz.',
  'customer.sheet.more': 'Sohbeti büyüt',
  'customer.sheet.less': 'Görüntüyü büyüt',

  'customer.end': 'Görüşmeyi bitir',
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
