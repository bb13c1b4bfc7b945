import { createEffect, createSignal, onCleanup } from 'solid-js'
import { useWords } from '../words/words.tsx'

const everyMs = 80

/** How loud the microphone is right now: whoever speaks and sees nothing move has picked the wrong one. */
export function LevelMeter(props: { track: MediaStreamTrack | null }) {
  const { t } = useWords()
  const [level, setLevel] = createSignal(0)

  createEffect(() => {
    const { track } = props
    setLevel(0)
    if (track) onCleanup(listenTo(track, setLevel))
  })

  return (
    // biome-ignore lint/a11y/useSemanticElements: each browser paints a meter element its own way
    <div
      role="meter"
      aria-label={t('call.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={level()}
      class="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div
        ref={(bar) =>
          createEffect(() => {
            bar.style.width = `${level()}%`
          })
        }
        class="h-full rounded-full bg-success-fill transition-[width] duration-75"
      />
    </div>
  )
}

function listenTo(track: MediaStreamTrack, tell: (percent: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  const wave = new Float32Array(analyser.fftSize)
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(wave)
    tell(percentOf(wave))
  }, everyMs)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

const quietestDb = -60

/** Loudness as ears hear it: in decibels, from a quiet room to the loudest that the microphone takes. */
export function percentOf(wave: Float32Array): number {
  const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length
  const db = 10 * Math.log10(power)
  return Math.round(Math.min(Math.max(100 * (1 - db / quietestDb), 0), 100))
}
