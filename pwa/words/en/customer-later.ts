// Words of the customer's page that the first chat does not need.
export const customerLater = {
  'customer.expired': 'This link has expired',
  'customer.expired.help': 'Links work for a limited time. Ask the person who sent it for a new one.',
  'customer.withdrawn': 'This link was withdrawn',
  'customer.withdrawn.help':
    'The person who sent it took it back. If you still need help, ask them for a new link.',
  'customer.invalid': 'This link is not valid',
  'customer.invalid.help':
    'A part of it may be missing. Open it again from the message, or ask for a new link.',
  'customer.elsewhere': 'This conversation is open on another device',
  'customer.elsewhere.help': 'Go on where you opened the link first, or ask for a new link.',
  'customer.cookies': 'This browser cannot hold the conversation',
  'customer.cookies.help':
    'Allow cookies for this page, or open the link from the message in another browser.',
  'customer.end.question': 'End the conversation?',
  'customer.end.help': 'Video and chat end for both of you. Afterwards you can rate the conversation.',
  'customer.end.not': 'Keep talking',
  'survey.question': 'How was your conversation?',
  'survey.ended': 'The conversation has ended.',
  'survey.comment': 'Comment',
  'survey.comment.hint': 'Optional',
  'survey.send': 'Send rating',
  'survey.choose': 'Tap one of the faces first.',
  'survey.thanks': 'Thank you',
  'survey.thanks.help': 'Your rating has arrived. You can close this page now.',
} as const
