import type { ManifestOptions } from 'vite-plugin-pwa'

/** What a device is told when the operator's app is installed on it. Icons are drawn by scripts/icons.mjs. */
export const appManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Visavis',
  short_name: 'Visavis',
  description: 'Live customer service, face to face, from a text message',
  lang: 'en',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f7f7f8',
  theme_color: '#f7f7f8',
  categories: ['business', 'productivity'],
  // A second window, or the same one loaded anew, would end a call: pwa/operator/launches.ts goes there instead.
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  screenshots: [
    {
      src: '/screenshot-wide.jpg',
      sizes: '1280x800',
      type: 'image/jpeg',
      form_factor: 'wide',
      label: 'A conversation: the inbox, the call and the chat',
    },
    {
      src: '/screenshot-narrow.jpg',
      sizes: '720x1480',
      type: 'image/jpeg',
      form_factor: 'narrow',
      label: 'The inbox on a phone',
    },
  ],
  shortcuts: [
    {
      name: 'New video link',
      url: '/?new=link',
      icons: [{ src: '/shortcut-new-link.png', sizes: '96x96', type: 'image/png' }],
    },
    {
      name: 'Archive',
      url: '/archive',
      icons: [{ src: '/shortcut-archive.png', sizes: '96x96', type: 'image/png' }],
    },
  ],
  // Taken by the worker, which is there wherever the app is installed: pwa/service-worker/take-share.ts.
  share_target: {
    action: '/share',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { files: [{ name: 'files', accept: ['image/*', 'video/*'] }] },
  },
}
