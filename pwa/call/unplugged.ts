const kinds = { audio: 'audioinput', video: 'videoinput' } as const

/** Whether the track's device is gone while another of its kind is there to take its place. */
export async function isReplaceable(track: MediaStreamTrack): Promise<boolean> {
  const { deviceId } = track.getSettings()
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  const others = devices.filter(({ kind }) => kind === kinds[track.kind as 'audio' | 'video'])
  return others.length > 0 && others.every((one) => one.deviceId !== deviceId)
}
