// Imported before the world: building takes seconds in which the process does nothing else, and a database would lose patience.
import { buildScreens } from '../../bin/screens.ts'

if (!buildScreens()) throw new Error('there are no screens to tell stories about')
