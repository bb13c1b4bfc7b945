import type { callTools as english } from '../en/call-tools.ts'

export const callTools: Record<keyof typeof english, string> = {
  'call.pointer': 'İşaretçi',
  'call.pointer-layer':
    'Müşterinin görüntüsündeki işaretçi. Ok tuşları oynatır, Enter dikkat çeker, Escape kaldırır.',
  'call.take-photo': 'Fotoğraf çek',
  'call.freeze': 'Görüntüyü dondur',
  'call.unfreeze': 'Canlıya dön',
  'call.drawing': 'Çizim',
  'call.draw-surface':
    'Üzerine çizilecek görüntü. Ok tuşları kalemi oynatır, Enter indirip kaldırır, Escape çizileni geri alır.',
  'call.draw.line': 'Serbest çizgi',
  'call.draw.arrow': 'Ok',
  'call.draw.circle': 'Daire',
  'call.draw-undo': 'Geri al',
  'call.draw-clear': 'Çizimi sil',
  'call.keep-photo': 'Fotoğrafı sakla',
  'call.photo': 'Fotoğraf',
  'call.photo-of-customer': 'Müşterinin kamerasındaki görüntü',
  'call.photo-save': 'Kaydet',
  'call.photo-send': 'Sohbete gönder',
  'call.photo-failed': 'Fotoğraf gelmedi. Tekrar deneyin.',
  'call.take-out': 'Ayrı pencereye al',
  'call.bring-back': 'Geri getir',
  'call.is-out': 'Görüntü ayrı bir pencerede.',
}
