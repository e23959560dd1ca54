// The Arabic catalogue, one file an area, with the keys of the English one.
import account from './ar/account.json' with { type: 'json' }
import common from './ar/common.json' with { type: 'json' }
import console from './ar/console.json' with { type: 'json' }
import credential from './ar/credential.json' with { type: 'json' }
import credentials from './ar/credentials.json' with { type: 'json' }
import decision from './ar/decision.json' with { type: 'json' }
import design from './ar/design.json' with { type: 'json' }
import enrolments from './ar/enrolments.json' with { type: 'json' }
import error from './ar/error.json' with { type: 'json' }
import event from './ar/event.json' with { type: 'json' }
import gallery from './ar/gallery.json' with { type: 'json' }
import history from './ar/history.json' with { type: 'json' }
import holder from './ar/holder.json' with { type: 'json' }
import home from './ar/home.json' with { type: 'json' }
import imports from './ar/imports.json' with { type: 'json' }
import log from './ar/log.json' with { type: 'json' }
import offerings from './ar/offerings.json' with { type: 'json' }
import people from './ar/people.json' with { type: 'json' }
import profiles from './ar/profiles.json' with { type: 'json' }
import records from './ar/records.json' with { type: 'json' }
import refusal from './ar/refusal.json' with { type: 'json' }
import releases from './ar/releases.json' with { type: 'json' }
import role from './ar/role.json' with { type: 'json' }
import rows from './ar/rows.json' with { type: 'json' }
import rules from './ar/rules.json' with { type: 'json' }
import settings from './ar/settings.json' with { type: 'json' }
import shell from './ar/shell.json' with { type: 'json' }
import state from './ar/state.json' with { type: 'json' }
import ui from './ar/ui.json' with { type: 'json' }
import verify from './ar/verify.json' with { type: 'json' }

export default {
  account,
  common,
  console,
  credential,
  credentials,
  decision,
  design,
  enrolments,
  error,
  event,
  gallery,
  history,
  holder,
  home,
  imports,
  log,
  offerings,
  people,
  profiles,
  records,
  refusal,
  releases,
  role,
  rows,
  rules,
  settings,
  shell,
  state,
  ui,
  verify,
}
