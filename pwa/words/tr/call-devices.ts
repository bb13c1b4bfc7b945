import type { callDevices as english } from '../en/call-devices.ts'

export const callDevices: Record<keyof typeof english, string> = {
  'call.devices': 'Aygıtlar',
  'call.camera': 'Kamera',
  'call.microphone': 'Mikrofon',
  'call.speaker': 'Hoparlör',
  'call.level': 'Mikrofon düzeyi',
  'call.no-camera': 'Kamera bulunamadı',
  'call.no-microphone': 'Mikrofon bulunamadı',
  'call.no-speaker': 'Hoparlör bulunamadı',
  'call.speaker-replaced': 'Hoparlör çıkarıldı. Şimdi bir başkası kullanılıyor.',
}
