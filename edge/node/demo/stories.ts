// What people talked about in the demonstration's archive. Nobody in it exists; the numbers, +44 7700 900
// and three more, are kept for films by Ofcom.

import type { EndReason } from '../../domain/conversation.ts'
import type { Language } from '../../domain/invite.ts'

export interface Story {
  language: Language
  tag: string
  reason: EndReason
  /** In turn, the operator first. */
  words: readonly string[]
}

export const stories: readonly Story[] = [
  {
    language: 'en',
    tag: 'router',
    reason: 'resolved',
    words: [
      'Good morning! I can see your picture now. Which light is on?',
      'Only the red one, in the middle.',
      'Please press the small button at the back for ten seconds.',
      'Now it is green. That was quick!',
    ],
  },
  {
    language: 'en',
    tag: 'return',
    reason: 'follow-up',
    words: [
      'Could you show me the label on the box?',
      'Here, the corner is torn, but the number can be read.',
      'Thank you. We will send a new one and fetch this one on Thursday.',
      'Thursday suits me, after four.',
    ],
  },
  {
    language: 'en',
    tag: 'boiler',
    reason: 'resolved',
    words: [
      'Please turn the camera to the display. What does it say?',
      'F28, and it blinks.',
      'That is the gas valve. Is the yellow tap below it open?',
      'It was half closed. It starts!',
      'Wonderful. Stay warm!',
    ],
  },
  {
    language: 'en',
    tag: 'damage report',
    reason: 'follow-up',
    words: [
      'I would like to see the scratch from the side, if you can.',
      'Like this? It goes down to the handle.',
      'Perfect. I have taken three photos, that is all we need.',
    ],
  },
  {
    language: 'en',
    tag: 'assembly',
    reason: 'resolved',
    words: [
      'Which step of the manual are you at?',
      'Eleven. The long board does not fit anywhere.',
      'Turn it round: the holes go to the wall.',
      'I have been sitting here for an hour … thank you!',
    ],
  },
  { language: 'en', tag: 'no answer', reason: 'not-reached', words: ['Hello, can you hear me?'] },
  {
    language: 'tr',
    tag: 'modem',
    reason: 'resolved',
    words: [
      'Merhaba, görüntünüz geldi. Hangi ışık yanıyor?',
      'Sadece ortadaki, kırmızı.',
      'Arkadaki küçük düğmeye on saniye basar mısınız?',
      'Yeşil oldu, internet geldi. Çok teşekkürler!',
    ],
  },
  {
    language: 'tr',
    tag: 'iade',
    reason: 'follow-up',
    words: [
      'Kutunun üzerindeki etiketi gösterebilir misiniz?',
      'Buyurun, köşesi yırtılmış ama numara okunuyor.',
      'Yenisini gönderiyoruz, bunu perşembe günü alacağız.',
      'Perşembe olur, dörtten sonra evdeyim.',
    ],
  },
  {
    language: 'tr',
    tag: 'kombi',
    reason: 'resolved',
    words: [
      'Kamerayı ekrana çevirir misiniz? Ne yazıyor?',
      'F28 yazıyor, yanıp sönüyor.',
      'Altındaki sarı vana açık mı?',
      'Yarı kapalıymış. Çalıştı!',
    ],
  },
  {
    language: 'tr',
    tag: 'montaj',
    reason: 'resolved',
    words: [
      'Kılavuzun kaçıncı adımındasınız?',
      'On birinci adım. Uzun parça hiçbir yere uymuyor.',
      'Ters çevirin, delikler duvara bakacak.',
      'Bir saattir uğraşıyordum, sağ olun!',
    ],
  },
  {
    language: 'tr',
    tag: 'yanlış numara',
    reason: 'wrong-number',
    words: ['Merhaba, sizi duyabiliyor muyum?', 'Yanlış numara, kusura bakmayın.'],
  },
]

export const customerNames = [
  ...['Ada Brooks', 'Ben Carter', 'Clara Novak', 'Dilan Aydın', 'Emre Şahin', 'Fatma Yıldız', 'George Hill'],
  ...['Hakan Çelik', 'Iris Weber', 'İnci Koç', 'Jonas Berg', 'Kerem Öztürk', 'Lena Fischer', 'Murat Demir'],
  ...['Nil Arslan', 'Oya Kaplan', 'Pınar Doğan', 'Rosa Martin', 'Selin Kara', 'Tom Ellis', 'Umut Aksoy'],
]

export const comments = ['Quick and friendly.', 'Çok yardımcı oldunuz.', 'The picture froze once.', '']
