import { keepSharedFiles } from '../platform/shared-files.ts'
import { sharedPictures } from './shared-pictures.ts'

/** Another app's POST, answered with the page that asks which conversation it is for. */
export async function takeShare(request: Request): Promise<Response> {
  try {
    const form = await request.formData()
    await keepSharedFiles(sharedPictures(form.getAll('files')))
  } catch {
    // A full disk, or a form that broke off: the page finds nothing, and says so.
  }
  return Response.redirect('/share', 303)
}
