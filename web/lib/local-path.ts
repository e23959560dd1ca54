// Where to go back to: only ever a page of ours.

/** The path when it stays on this site, otherwise the start page. */
export const localPath = (path: unknown): string => (typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/')
