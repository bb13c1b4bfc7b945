import type { customerHelp as en } from '../en/customer-help.ts'

export const customerHelp: Record<keyof typeof en, string> = {
  'help.camera-denied': 'Kamera ve mikrofon engellenmiş',
  'help.camera-missing': 'Kamera bulunamadı',
  'help.camera-missing.help':
    'Bir kamera bağlayıp yeniden deneyin ya da böyle devam edin: yine görür, duyar ve yazarsınız.',
  'help.camera-busy': 'Kamerayı başka bir uygulama kullanıyor',
  'help.camera-busy.help': 'Görüntülü arama gibi kamerayı kullanan uygulamaları kapatıp yeniden deneyin.',
  'help.camera-stopped': 'Kamera durdu',
  'help.camera-stopped.help': 'Yeniden açmak için tekrar deneyin.',
  'help.microphone-missing': 'Mikrofon bulunamadı',
  'help.microphone-missing.help':
    'Bir mikrofon bağlayıp yeniden deneyin ya da böyle devam edin: yine görür, duyar ve yazarsınız.',
  'help.in-app-browser': 'Bu uygulama kameranızı kullandırmayabilir',
  'help.in-app-browser.named': '{{app}} kameranızı kullandırmayabilir',
  'help.in-app-browser.help':
    'Sayfayı her zamanki tarayıcınızda açın: bağlantıyı kopyalayıp oraya yapıştırın. Burada da kalabilirsiniz; yine görür, duyar ve yazarsınız.',
  'help.allow.ios-safari':
    'Adresin yanındaki simgeye, sonra “Web Sitesi Ayarları”na dokunun; Kamera ve Mikrofon için “İzin Ver”i seçin. Sonra yeniden deneyin.',
  'help.allow.ios-other':
    'Telefonun Ayarlar’ında bu tarayıcıyı açıp Kamera ve Mikrofon’u etkinleştirin. Sonra yeniden deneyin.',
  'help.allow.android':
    'Adresin yanındaki simgeye, sonra “İzinler”e dokunun; Kamera ve Mikrofon’a izin verin. Sonra yeniden deneyin.',
  'help.allow.mac-safari':
    'Safari menüsünde “Bu Web Sitesi İçin Ayarlar”ı açıp Kamera ve Mikrofon için “İzin Ver”i seçin. Sonra yeniden deneyin.',
  'help.allow.desktop':
    'Adresin yanındaki simgeye tıklayıp bu sayfa için Kamera ve Mikrofon’a izin verin. Sonra yeniden deneyin.',
  'help.open-browser': 'Tarayıcıda aç',
  'help.share-link': 'Bağlantıyı paylaş',
  'help.copy-link': 'Bağlantıyı kopyala',
  'help.copied': 'Kopyalandı. On dakika içinde tarayıcınızın adres alanına yapıştırın.',
  'help.not-copied': 'Kopyalanamadı. Bunun yerine bu uygulamanın menüsünde “Tarayıcıda aç”ı arayın.',
  'help.reload': 'Yeniden yükle',

  'tip.from': '{{name}} size bir ipucu gönderdi',
  'tip.allow-camera': 'Kameraya ve mikrofona izin verin',
  'tip.open-real-browser': 'Sayfayı her zamanki tarayıcınızda açın',
  'tip.open-real-browser.help': 'Bağlantıyı kopyalayıp oraya yapıştırın. Görüntü orada daha iyi çalışır.',
  'tip.close-other-apps': 'Kamerayı kullanan diğer uygulamaları kapatın',
  'tip.close-other-apps.help': 'Örneğin bir görüntülü arama ya da kamera uygulaması. Sonra yeniden deneyin.',
  'tip.find-better-network': 'Daha iyi bir bağlantı bulun',
  'tip.find-better-network.help': 'Wi-Fi’ye yaklaşın ya da kapatıp mobil veri kullanın.',
  'tip.reload-page': 'Bu sayfayı yeniden yükleyin',
  'tip.reload-page.help': 'Hiçbir şey kaybolmaz: döndüğünüzde görüşme burada olur.',
}
