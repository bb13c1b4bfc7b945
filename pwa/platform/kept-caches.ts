/** Caches that outlive an update, beside the app's own files. Their names begin with `visavis`. */
export const keptCaches: readonly string[] = []
