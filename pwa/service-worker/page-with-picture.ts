const place = '<div id="app"></div>'

/** What this device saw last: the inbox, and what it looked like. */
export interface LastSeen {
  picture: string
  inbox: unknown
}

/** The app's page with the picture where the app will be, and beside it what it is a picture of. */
export function pageWithPicture(page: string, { picture, inbox }: LastSeen): string {
  // As data, which the page's security policy has nothing against; nothing in it may end the element.
  const data = JSON.stringify(inbox).replaceAll('<', '\\u003c')
  return page.replace(
    place,
    () =>
      `<div id="app" data-picture>${picture}</div><script type="application/json" id="last-inbox">${data}</script>`,
  )
}
