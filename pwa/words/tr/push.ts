import type { push as english } from '../en/push.ts'

export const push: Record<keyof typeof english, string> = {
  'push.title': 'Bildirimler',
  'push.why': 'Visavis kapalıyken bile yeni işler bu cihazda size ulaşır.',
  'push.turn-on': 'Bildirimleri aç',
  'push.turn-off': 'Kapat',
  'push.asking': 'Tarayıcınız, Visavis’in bildirim gönderip gönderemeyeceğini soruyor. Orada izin verin.',
  'push.on': 'Bu cihazda bildirimler açık.',
  'push.blocked':
    'Visavis’in bildirimleri engellenmiş. Adresin yanındaki simgeden, Visavis yüklüyse cihazınızın ayarlarından izin verin.',
  'push.taken-back': 'Tarayıcınız bildirim iznini geri aldı. Visavis kapalıyken işler bu cihaza ulaşmaz.',
  'push.unsupported':
    'Bu tarayıcı bildirim gösteremiyor. İşleri duymak için Visavis’i açık tutun ya da başka bir tarayıcı kullanın.',
  'push.install-first':
    'iPhone veya iPad’de önce Visavis’i yükleyin: Paylaş’a, ardından “Ana Ekrana Ekle”ye dokunun ve uygulamayı oradan açın.',
  'push.no-answer':
    'Tarayıcınızın bildirim servisi yanıt vermiyor. Bir güvenlik duvarı ya da reklam engelleyici araya girmiş olabilir. Yeniden deneyin ya da başka bir tarayıcı kullanın.',
  'push.try-again': 'Yeniden dene',
  'push.test': 'Deneme gönder',
  'push.pending': 'Deneme bildirimi yolda…',
  'push.confirmed': 'Deneme bildirimi ulaştı. İşler bu cihaza ulaşıyor.',
  'push.failed.silent':
    'Deneme bildirimi ulaşmadı. Bu tarayıcı için güç tasarrufunu ve “rahatsız etme” modunu kapatıp yeniden deneme gönderin.',
  'push.failed.unreachable':
    'Deneme bildirimi ulaşmadı: Bu tarayıcının bildirim servisi yanıt vermiyor. Denemeyi sürdürüyoruz; bu sırada Visavis’i açık tutun.',
  'push.failed.refused':
    'Deneme bildirimi ulaşmadı: Bildirim servisi kabul etmiyor. Bildirimleri kapatıp yeniden açın.',
  'push.failed.keys-refused':
    'Deneme bildirimi ulaşmadı: Bildirim servisi bu sunucunun anahtarlarını kabul etmiyor. Yöneticinize haber verin.',
  'push.away': 'Visavis kapalıyken işler bu cihaza ulaşmayabilir. Ayarlar’da Bildirimler’e bakın.',
  'push.what': 'Neler bildirilsin',
  'push.jobs': 'Yeni iş randevuları',
  'push.messages': 'Açık sayfa yokken gelen mesajlar',
  'push.first-names': 'Müşterinin adı yazılsın',
  'push.first-names.help':
    'Kilit ekranınızı başkaları da okuyabilir. Telefon numaraları ve mesajlar hiç gösterilmez.',
  'push.quiet': 'Sessiz saatler',
  'push.quiet.help': 'Bu saatlerde, {{zone}} saatine göre, cihazlarınıza hiçbir şey gönderilmez.',
  'push.from': 'Başlangıç',
  'push.to': 'Bitiş',
  'push.devices': 'Cihazlar',
  'push.no-devices': 'Bildirimlerinizi alan bir cihaz henüz yok.',
  'push.this-device': 'Bu cihaz',
  'push.seen': 'Son görülme: {{when}}',
  'push.state.none': 'Denenmedi',
  'push.state.pending': 'Deneniyor',
  'push.state.confirmed': 'Çalışıyor',
  'push.state.failed': 'Ulaşmıyor',
  'push.notify': '{{name}} bildirim alsın',
  'push.revoke': '{{name}} oturumunu kapat',
  'push.revoke-title': '{{name}} oturumu kapatılsın mı?',
  'push.revoke-text': 'Cihazın oturumu kapanır, artık bildirim almaz ve sakladıklarını unutur.',
  'push.revoke-confirm': 'Oturumu kapat',
}
