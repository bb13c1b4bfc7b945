// What most conversations do without, in one piece.

export { DayLine } from './day-line.tsx'
export { EarlierLine, NewMessagesButton } from './list-signs.tsx'
export { TextWithLinks } from './text-with-links.tsx'
