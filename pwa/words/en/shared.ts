// Words that both pages and the plain controls use.
export const shared = {
  'common.product': 'Visavis',
  'common.loading': 'Loading…',
  'common.retry': 'Try again',
  'common.close': 'Close',
  'common.cancel': 'Cancel',
  'common.offline': 'You are offline. Everything you write is kept and sent later.',
  'common.reconnecting': 'Reconnecting…',
  'common.new-version': 'A new version is ready.',
  'common.new-version-later': 'The new version comes when the call is over and your text is sent.',
  'common.load-again': 'Load it',
  'common.fault': 'Something went wrong on our side. Nothing is lost; please try again.',
  'common.unreachable': 'We cannot reach Visavis. Check your connection and try again.',
} as const
