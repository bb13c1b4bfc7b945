// PeerJS imports webrtc-adapter (10 kB) for browsers of ten years ago and asks it only for a name.
// vite.config.ts puts this in its place.
export default { browserDetails: { browser: 'current', version: 0 } }
