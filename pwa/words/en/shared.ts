// Words that both pages and the plain controls use.
export const shared = {
  'common.product': 'Visavis',
  'common.retry': 'Try again',
  'common.close': 'Close',
  'common.offline': 'You are offline. Everything you write is kept and sent later.',
  'common.new-version': 'A new version is ready.',
  'common.new-version-later': 'The new version comes when the call is over and your text is sent.',
  'common.load-again': 'Load it',
} as const
