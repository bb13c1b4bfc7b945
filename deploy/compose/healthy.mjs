// Whether what listens in this container is well: the house and the broker answer alike.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 8787}/healthz`).catch(() => null)
process.exit(answer?.ok ? 0 : 1)
