// Which of our own doors we open for a stranger's link, asked in this process and therefore past all limits.

const published = [/^\/o\/[^/]+\/did\.json$/, /^\/(status|achievements|c|credentials)\/./]

/** Only what the public may read of issuers and credentials; of anything else nobody learns whether it is there. */
export const opensForStrangers = ({ method, url }: Pick<Request, 'method' | 'url'>): boolean =>
  method === 'GET' && published.some((path) => path.test(new URL(url).pathname))
