// Imported first, so that React, loaded next, is the one for production.
process.env.NODE_ENV ??= 'production'
