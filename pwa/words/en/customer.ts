// Words of the customer's page alone.
export const customer = {
  'customer.opening': 'Opening your conversation…',
  'customer.hello': 'Hello {{name}},',
  'customer.landing': '{{inviter}} from {{team}} would like to talk to you face to face',
  'customer.camera': 'Camera and microphone',
  'customer.camera.why':
    'Your browser will ask for them, so that you can see and hear each other. If you say no, you still see, hear and write.',
  'customer.private': 'Private',
  'customer.private.why':
    'The video goes straight between the two of you and is not recorded. There is nothing to install.',
  'customer.continue': 'Continue',

  'customer.unreachable': 'No connection',
  'customer.unreachable.help': 'We keep trying. Your link stays valid.',

  'customer.waiting': 'Waiting for an operator',
  'customer.waiting.help': 'Somebody will be with you in a moment. You can write already.',
  'customer.next': 'You are next.',
  'customer.before.one': '{{count}} person is before you.',
  'customer.before.other': '{{count}} people are before you.',
  'customer.with': 'With {{name}}',
  'customer.sheet.more': 'Show more of the chat',
  'customer.sheet.less': 'Show more of the video',

  'customer.end': 'End conversation',
} as const
