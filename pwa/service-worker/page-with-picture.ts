const place = '<div id="app"></div>'

/** The app's page with what this device saw last where the app will be. */
export function pageWithPicture(page: string, picture: string): string {
  return page.replace(place, () => `<div id="app" data-picture>${picture}</div>`)
}
