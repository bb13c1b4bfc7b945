// What a call does well without until the other side is seen, in one piece: fetched then, and used ever after.

import './quality-words.ts'

export { makeComeback } from '../call/comeback.ts'
export { CustomerLayers } from '../call/customer-layers.tsx'
export { createCareOnStage } from '../call/quality/care-on-stage.tsx'
