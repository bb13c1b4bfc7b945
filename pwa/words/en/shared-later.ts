// Words of both pages that the customer's does without at first.
export const sharedLater = {
  'common.loading': 'Loading…',
  'common.cancel': 'Cancel',
  'common.fault': 'Something went wrong on our side. Nothing is lost; please try again.',
  'common.unreachable': 'We cannot reach Visavis. Check your connection and try again.',

  'conversation.earlier': 'Loading earlier messages…',
  'conversation.customer': 'Customer',

  'event.invite.lapsed': 'The link expired',
  'event.invite.revoked': 'The link was withdrawn',

  'rating.1': 'Very bad',
  'rating.2': 'Bad',
  'rating.3': 'Okay',
  'rating.4': 'Good',
  'rating.5': 'Very good',
} as const
