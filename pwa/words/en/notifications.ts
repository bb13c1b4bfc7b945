// What the service worker says by itself, with the app closed. Of all that stands on a lock screen nothing is secret.
export const notifications = {
  'notification.accept': 'Accept',
  'notification.decline': 'Decline',
  'notification.general': 'Something new in Visavis',
  'notification.general-text': 'Tap to see what it is.',
  'notification.gone': 'This job is gone',
  'notification.taken': '{{name}} took it.',
  'notification.lapsed': 'It does not ring for you any more.',
  'notification.over': 'The job is over',
  'notification.unreachable': 'The job was not accepted yet',
  'notification.unreachable-text': 'Visavis could not be reached. The customer may still wait: try again.',
  'notification.signed-out': 'Sign in to take the job',
  'notification.signed-out-text': 'You were signed out on this device. Tap to sign in.',
} as const
