// Words of the notifications' settings, and of what is said when they do not arrive.
export const push = {
  'push.title': 'Notifications',
  'push.why': 'A job reaches you on this device, even when Visavis is closed.',
  'push.turn-on': 'Turn on notifications',
  'push.turn-off': 'Turn off',
  'push.asking': 'Your browser asks whether Visavis may notify you. Say yes there.',
  'push.on': 'Notifications are on for this device.',
  'push.blocked':
    'Notifications of Visavis are blocked. Allow them with the icon beside the address, or in your device’s settings where Visavis is installed.',
  'push.taken-back':
    'Your browser took the permission for notifications back. Jobs do not reach this device while Visavis is closed.',
  'push.unsupported':
    'This browser cannot show notifications. Keep Visavis open to hear jobs, or use another browser.',
  'push.install-first':
    'On an iPhone or iPad, install Visavis first: tap Share, then “Add to Home Screen”, and open it from there.',
  'push.no-answer':
    'Your browser’s push service does not answer. A firewall or an ad blocker may be in the way. Try again, or use another browser.',
  'push.try-again': 'Try again',
  'push.test': 'Send a test',
  'push.pending': 'A test is on its way…',
  'push.confirmed': 'A test arrived. Jobs reach this device.',
  'push.failed.silent':
    'A test did not arrive. Turn off power saving and “do not disturb” for this browser, then send another test.',
  'push.failed.unreachable':
    'A test did not arrive: the push service of this browser does not answer. We go on trying; keep Visavis open meanwhile.',
  'push.failed.refused':
    'A test did not arrive: the push service refuses it. Turn notifications off and on again.',
  'push.failed.keys-refused':
    'A test did not arrive: the push service does not accept this server’s keys. Tell your administrator.',
  'push.away': 'Jobs may not reach this device while Visavis is closed. See Settings, Notifications.',
  'push.what': 'What you are told of',
  'push.jobs': 'New job appointments',
  'push.messages': 'Messages, when no page is open',
  'push.first-names': 'Say the customer’s first name',
  'push.first-names.help': 'Others may read your lock screen. Phone numbers and messages are never shown.',
  'push.quiet': 'Quiet hours',
  'push.quiet.help': 'Nothing is sent to your devices in these hours, by the clock of {{zone}}.',
  'push.from': 'From',
  'push.to': 'Until',
  'push.devices': 'Devices',
  'push.no-devices': 'No device gets your notifications yet.',
  'push.this-device': 'This device',
  'push.seen': 'Last seen {{when}}',
  'push.state.none': 'Not tested',
  'push.state.pending': 'Testing',
  'push.state.confirmed': 'Works',
  'push.state.failed': 'Not arriving',
  'push.notify': 'Notify {{name}}',
  'push.revoke': 'Sign out {{name}}',
  'push.revoke-title': 'Sign out {{name}}?',
  'push.revoke-text': 'The device is signed out, gets no more notifications, and forgets what it kept.',
  'push.revoke-confirm': 'Sign out',
} as const
