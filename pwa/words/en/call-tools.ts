// What only the operator's stage says.
export const callTools = {
  'call.pointer': 'Pointer',
  'call.pointer-layer':
    'Pointer on the customer’s picture. Arrow keys move it, Enter draws attention, Escape puts it away.',
  'call.take-photo': 'Take photo',
  'call.freeze': 'Freeze picture',
  'call.unfreeze': 'Unfreeze',
  'call.drawing': 'Drawing',
  'call.draw-surface':
    'Picture to draw on. Arrow keys move the pen, Enter sets it down and lifts it, Escape takes the shape back.',
  'call.draw.line': 'Free line',
  'call.draw.arrow': 'Arrow',
  'call.draw.circle': 'Circle',
  'call.draw-undo': 'Undo',
  'call.draw-clear': 'Clear drawing',
  'call.keep-photo': 'Keep as photo',
  'call.photo': 'Photo',
  'call.photo-of-customer': 'What the customer’s camera shows',
  'call.photo-save': 'Save',
  'call.photo-send': 'Send to chat',
  'call.photo-failed': 'The photo did not come through. Try again.',
  'call.take-out': 'Take out into its own window',
  'call.bring-back': 'Bring back',
  'call.is-out': 'The video is in its own window.',
} as const
