// The choice of camera, microphone and loudspeaker.
export const callDevices = {
  'call.devices': 'Devices',
  'call.camera': 'Camera',
  'call.microphone': 'Microphone',
  'call.speaker': 'Loudspeaker',
  'call.level': 'Microphone level',
  'call.no-camera': 'No camera found',
  'call.no-microphone': 'No microphone found',
  'call.no-speaker': 'No loudspeaker found',
  'call.speaker-replaced': 'The loudspeaker was unplugged. Another one is used now.',
} as const
