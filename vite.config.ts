// Builds the screens. Files are never inlined, so that the content security policy can stay strict.
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: 'web/public',
  plugins: [tailwindcss(), reactRouter()],
  build: {
    assetsInlineLimit: 0,
    // The first browsers that know light-dark(): themes stay plain custom properties that a part of a page can flip.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
})
