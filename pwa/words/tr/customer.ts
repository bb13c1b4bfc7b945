import type { customer as en } from '../en/customer.ts'

export const customer: Record<keyof typeof en, string> = {
  'customer.opening': 'Görüşmeniz açılıyor…',
  'customer.hello': 'Merhaba {{name}},',
  'customer.landing': '{{team}} ekibinden {{inviter}} sizinle yüz yüze görüşmek istiyor',
  'customer.camera': 'Kamera ve mikrofon',
  'customer.camera.why':
    'Birbirinizi görüp duyabilmeniz için tarayıcınız izin isteyecek. İzin vermeseniz de karşı tarafı görür, duyar ve yazabilirsiniz.',
  'customer.private': 'Aranızda kalır',
  'customer.private.why':
    'Görüntü doğrudan ikiniz arasında iletilir, kaydedilmez. Bir şey yüklemeniz gerekmez.',
  'customer.continue': 'Devam et',

  'customer.unreachable': 'Bağlanılamıyor',
  'customer.unreachable.help': 'Denemeyi sürdürüyoruz. Size gelen bağlantı geçerli kalır.',

  'customer.waiting': 'Temsilci bekleniyor',
  'customer.waiting.help': 'Birazdan biri sizinle ilgilenecek. Şimdiden yazabilirsiniz.',
  'customer.next': 'Sıradaki sizsiniz.',
  'customer.before.one': 'Önünüzde {{count}} kişi var.',
  'customer.before.other': 'Önünüzde {{count}} kişi var.',
  'customer.with': '{{name}} ile',
  'customer.sheet.more': 'Sohbeti büyüt',
  'customer.sheet.less': 'Görüntüyü büyüt',

  'customer.end': 'Görüşmeyi bitir',
}
