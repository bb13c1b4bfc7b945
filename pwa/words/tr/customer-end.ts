import type { customerEnd as en } from '../en/customer-end.ts'

export const customerEnd: Record<keyof typeof en, string> = {
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
  'customer.handed-over': 'Görüşme tarayıcınızda devam ediyor',
  'customer.handed-over.help': 'Bu sayfayı kapatabilirsiniz.',
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

  'tab.moved': 'Görüşme başka bir sekmede sürüyor',
  'tab.moved.help': 'Bu sekmeyi kapatabilirsiniz.',
  'tab.take': 'Burada sürdür',

  'receipt.save': 'Dökümü kaydet',
  'receipt.saved': 'İndirilenlere kaydedildi.',
  'receipt.title': '{{team}} ile görüşmeniz',
  'receipt.file': 'gorusme',
  'receipt.with': '{{name}} ile görüştünüz.',
  'receipt.time': 'Başlangıç: {{from}}, bitiş: {{to}}',
  'receipt.call': 'Görüntülü görüşme, toplam {{duration}}',
  'receipt.rating': 'Değerlendirmeniz: {{rating}}',
  'receipt.stored': 'Neler saklandı',
  'receipt.stored.talk': '{{team}} yazılanları ve yukarıdaki saatleri saklar.',
  'receipt.stored.files': '{{team}} yukarıda adı geçen dosyaları saklar.',
  'receipt.stored.video': 'Görüntülü görüşme doğrudan ikiniz arasında geçti, kaydedilmedi.',
  'receipt.stored.rating': '{{team}} değerlendirmenizi ve yorumunuzu saklar.',
}
