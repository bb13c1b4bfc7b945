// The customer's own receipt: one file that opens anywhere, also offline, and asks nobody for anything.

import type { Visit } from '../../edge/domain/wire.ts'
import { isCallLine, systemLine } from '../conversation/system-line.ts'
import type { Entry, Timeline } from '../conversation/timeline.ts'
import { formatDateTime } from '../words/date-formats.ts'
import { formatDuration } from '../words/formats.ts'
import type { Words } from '../words/words.tsx'
import { type ReceiptFacts, receiptFacts } from './receipt-facts.ts'

/** A whole HTML document. Nothing in it runs, and what people wrote is text and nothing else. */
export function receipt(visit: Visit, timeline: Timeline, words: Words): string {
  const { t } = words
  const title = escaped(t('receipt.title', { team: visit.team }))
  const facts = receiptFacts(timeline)
  return `<!doctype html>
<html lang="${words.language()}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
${summary(timeline, facts, words).map(paragraph).join('\n')}
<ol>
${timeline.entries
  .filter(isLine)
  .map((entry) => line(entry, timeline, words))
  .join('\n')}
</ol>
<h2>${escaped(t('receipt.stored'))}</h2>
<ul>
${stored(visit, timeline, facts, words)
  .map((text) => `<li>${escaped(text)}</li>`)
  .join('\n')}
</ul>
</main>
</body>
</html>
`
}

function summary({ operatorName, rating }: Timeline, facts: ReceiptFacts, { t, language }: Words): string[] {
  const at = (ms: number) => formatDateTime(ms, language())
  return [
    operatorName ? t('receipt.with', { name: operatorName }) : '',
    facts.from && facts.to ? t('receipt.time', { from: at(facts.from), to: at(facts.to) }) : '',
    facts.callMs ? t('receipt.call', { duration: formatDuration(facts.callMs, language()) }) : '',
    rating ? t('receipt.rating', { rating: t(`rating.${rating}`) }) : '',
    facts.comment,
  ].filter(Boolean)
}

/** The rating stands above, and has no line in the customer's words. */
function isLine(entry: Entry): boolean {
  return entry.kind !== 'system' || entry.event.type !== 'survey.answered'
}

function line(entry: Entry, { operatorName }: Timeline, words: Words): string {
  const time = `<time datetime="${new Date(entry.at).toISOString()}">${escaped(formatDateTime(entry.at, words.language()))}</time>`
  if (entry.kind === 'system') {
    const otherName = operatorName ?? words.t('conversation.operator')
    const text = escaped(systemLine(entry.event, { side: 'customer', otherName }, words))
    return `<li class="${isCallLine(entry.event) ? 'call' : 'event'}">${time} <span>${text}</span></li>`
  }
  const own = entry.side === 'customer'
  const author = own ? words.t('conversation.you') : (entry.authorName ?? words.t('conversation.operator'))
  const said = entry.kind === 'message' ? entry.text : `📎 ${entry.file.name}`
  return `<li class="said">${time} <b dir="auto">${escaped(author)}</b><p dir="auto">${escaped(said)}</p></li>`
}

function stored({ team }: Visit, { rating }: Timeline, facts: ReceiptFacts, { t }: Words): string[] {
  return [
    t('receipt.stored.talk', { team }),
    facts.hasFiles ? t('receipt.stored.files', { team }) : '',
    rating ? t('receipt.stored.rating', { team }) : '',
    facts.callMs ? t('receipt.stored.video') : '',
  ].filter(Boolean)
}

const paragraph = (text: string) => `<p dir="auto">${escaped(text)}</p>`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
}

const style = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
main > p { margin: 0.25rem 0; }
ol { list-style: none; margin: 1.5rem 0; padding: 1rem 0; border-block: 1px solid #8886; }
ol li { margin: 0.5rem 0; }
time { font-size: 0.8125rem; opacity: 0.75; }
.said p { margin: 0.125rem 0 0.75rem; white-space: pre-wrap; }
.call span { color: light-dark(#0b6b3a, #4cc38a); font-weight: 600; }
`
