// What only the operator's stage says.
export const callTools = {
  'call.pointer': 'Pointer',
  'call.pointer-layer':
    'Pointer on the customer’s picture. Arrow keys move it, Enter draws attention, Escape puts it away.',
} as const
