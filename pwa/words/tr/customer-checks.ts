import type { customerChecks as en } from '../en/customer-checks.ts'

export const customerChecks: Record<keyof typeof en, string> = {
  'check.label': 'Kamera, mikrofon ve bağlantı',
  'check.camera.on': 'Kameranız çalışıyor',
  'check.camera.asking': 'Kameraya izin verin',
  'check.camera.none': 'Kamera yok',
  'check.microphone.on': 'Mikrofonunuz çalışıyor',
  'check.microphone.asking': 'Mikrofona izin verin',
  'check.microphone.none': 'Mikrofon yok',
  'check.connection.asking': 'Bağlantı deneniyor',
  'check.connection.on': 'Bağlantınız iyi',
  'check.connection.slow': 'Bağlantınız yavaş',
  'check.connection.none': 'Bağlantı yok',
}
