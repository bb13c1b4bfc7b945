// Whether camera, microphone and connection work, as the customer reads it while waiting.
export const customerChecks = {
  'check.label': 'Camera, microphone and connection',
  'check.camera.on': 'Your camera works',
  'check.camera.asking': 'Allow the camera',
  'check.camera.none': 'Without camera',
  'check.microphone.on': 'Your microphone works',
  'check.microphone.asking': 'Allow the microphone',
  'check.microphone.none': 'Without microphone',
  'check.connection.asking': 'Testing the connection',
  'check.connection.on': 'Your connection is good',
  'check.connection.slow': 'Your connection is slow',
  'check.connection.none': 'No connection',
} as const
