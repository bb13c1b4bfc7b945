// Words that help the customer with camera, microphone and connection.
export const customerHelp = {
  'help.camera-denied': 'Camera and microphone are blocked',
  'help.camera-missing': 'No camera was found',
  'help.camera-missing.help': 'Connect one and try again, or go on without: you still see, hear and write.',
  'help.camera-busy': 'Another app uses the camera',
  'help.camera-busy.help': 'Close other apps that use it, such as video calls, and try again.',
  'help.camera-stopped': 'The camera was interrupted',
  'help.camera-stopped.help': 'Try again to turn it back on.',
  'help.microphone-missing': 'No microphone was found',
  'help.microphone-missing.help':
    'Connect one and try again, or go on without: you still see, hear and write.',
  'help.in-app-browser': 'This app may not give us your camera',
  'help.in-app-browser.named': '{{app}} may not give us your camera',
  'help.in-app-browser.help':
    'Open the page in your usual browser: copy the link and paste it there. You can also stay here; you still see, hear and write.',
  'help.allow.ios-safari':
    'Tap the sign beside the address, then “Website Settings”, and set Camera and Microphone to “Allow”. Then try again.',
  'help.allow.ios-other':
    'In the phone’s Settings open this browser and turn on Camera and Microphone. Then try again.',
  'help.allow.android':
    'Tap the sign beside the address, then “Permissions”, and allow Camera and Microphone. Then try again.',
  'help.allow.mac-safari':
    'In the Safari menu choose “Settings for This Website” and set Camera and Microphone to “Allow”. Then try again.',
  'help.allow.desktop':
    'Click the sign beside the address and allow Camera and Microphone for this page. Then try again.',
  'help.open-browser': 'Open in browser',
  'help.share-link': 'Share link',
  'help.copy-link': 'Copy link',
  'help.copied': 'Copied. Paste it into the address field of your browser within ten minutes.',
  'help.not-copied': 'That did not work. Look in this app’s menu for “Open in browser” instead.',
  'help.reload': 'Load again',

  'tip.from': 'A tip from {{name}}',
  'tip.allow-camera': 'Allow the camera and the microphone',
  'tip.open-real-browser': 'Open the page in your usual browser',
  'tip.open-real-browser.help': 'Copy the link and paste it there. Video works better in it.',
  'tip.close-other-apps': 'Close other apps that use the camera',
  'tip.close-other-apps.help': 'For example a video call, or the camera app. Then try again.',
  'tip.find-better-network': 'Find a better connection',
  'tip.find-better-network.help': 'Move closer to your Wi-Fi, or turn it off and use mobile data.',
  'tip.reload-page': 'Load this page again',
  'tip.reload-page.help': 'Nothing is lost: the conversation is here when you are back.',
} as const
