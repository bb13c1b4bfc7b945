// Words of the panel that sends photos and videos, each kind from a compartment of its own.
export const mediaPanel = {
  'media.title': 'Send photos and videos',
  'media.photos': 'Photos',
  'media.videos': 'Videos',
  'media.choose': 'Choose files',
  'media.send-photos': 'Send photos',
  'media.send-videos': 'Send videos',
  'media.chosen-photos': 'Chosen photos',
  'media.chosen-videos': 'Chosen videos',
  'media.no-photos': 'No photos chosen',
  'media.no-videos': 'No videos chosen',
  'media.how': 'Pick them with the blue arrow, or drop them here.',
  'media.remove': 'Remove {{name}}',
  'media.on-their-way': 'On their way',
  'media.arrived.one': '{{count}} file sent',
  'media.arrived.other': '{{count}} files sent',
  'media.wrong-kind.one': '{{count}} file is neither a photo nor a video. Send it with the plus in the chat.',
  'media.wrong-kind.other':
    '{{count}} files are neither photos nor videos. Send them with the plus in the chat.',
} as const
