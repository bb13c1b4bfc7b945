import PhotoSwipe from 'photoswipe'
import 'photoswipe/style.css'
import type { Words } from '../../words/words.tsx'
import type { AttachmentEntry } from '../entry.ts'
import { addressOf } from './attachment-bubble.tsx'

const fallbackPx = 1_024

/** Large, to be zoomed and leafed through, by touch, wheel and keys. */
export function openLightbox(
  index: number,
  photos: readonly AttachmentEntry[],
  place: string,
  { t }: Pick<Words, 't'>,
): void {
  const lightbox = new PhotoSwipe({
    dataSource: photos.map((photo) => ({
      src: addressOf(place, photo),
      alt: photo.file.name,
      width: photo.file.width ?? fallbackPx,
      height: photo.file.height ?? fallbackPx,
    })),
    index: Math.max(0, index),
    bgOpacity: 1,
    // Its own trap would fight for the focus with a job that rings.
    trapFocus: false,
    closeTitle: t('common.close'),
    zoomTitle: t('attachments.zoom'),
    arrowPrevTitle: t('attachments.previous'),
    arrowNextTitle: t('attachments.next'),
    errorMsg: t('attachments.broken'),
    ...(matchMedia('(prefers-reduced-motion: reduce)').matches && {
      showHideAnimationType: 'none',
      zoomAnimationDuration: 0,
    }),
  })
  lightbox.on('uiRegister', () => {
    lightbox.ui?.registerElement({
      name: 'save',
      order: 8,
      isButton: true,
      tagName: 'a',
      title: t('attachments.save'),
      html: {
        isCustomSVG: true,
        inner: '<path d="M20.5 14.3 17.1 18V10h-2.2v7.9l-3.4-3.6L10 16l6 6.1 6-6.1ZM23 23H9v2h14Z"/>',
        outlineID: 'pswp-save',
      },
      onInit: (element, swipe) => {
        const point = () => {
          const photo = photos[swipe.currIndex]
          if (!photo || !(element instanceof HTMLAnchorElement)) return
          element.href = addressOf(place, photo)
          element.download = photo.file.name
        }
        swipe.on('change', point)
        point()
      },
    })
  })
  lightbox.on('firstUpdate', () => lightbox.element?.setAttribute('aria-label', t('attachments.lightbox')))
  holdFocus(lightbox)
  lightbox.init()
}

/** The focus stays inside, until an alert takes it: what rings comes over everything, and the photo gives way. */
function holdFocus(lightbox: PhotoSwipe): void {
  const follow = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || !lightbox.element || lightbox.element.contains(target)) return
    if (!target.closest('[role=alertdialog]')) return lightbox.element.focus()
    lightbox.options.returnFocus = false
    lightbox.close()
  }
  document.addEventListener('focusin', follow)
  lightbox.on('destroy', () => document.removeEventListener('focusin', follow))
}
