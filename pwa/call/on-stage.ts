/** The look of a round button over a picture. */
export const onStage =
  'rounded-full bg-stage-glass text-on-stage hover:bg-stage-raised aria-pressed:bg-on-stage aria-pressed:text-stage'
