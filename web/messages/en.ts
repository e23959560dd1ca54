// The English catalogue, one file an area. Its keys are the type of every `t('area.key')`.
import account from './en/account.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import console from './en/console.json' with { type: 'json' }
import credential from './en/credential.json' with { type: 'json' }
import credentials from './en/credentials.json' with { type: 'json' }
import decision from './en/decision.json' with { type: 'json' }
import design from './en/design.json' with { type: 'json' }
import enrolments from './en/enrolments.json' with { type: 'json' }
import error from './en/error.json' with { type: 'json' }
import event from './en/event.json' with { type: 'json' }
import gallery from './en/gallery.json' with { type: 'json' }
import history from './en/history.json' with { type: 'json' }
import holder from './en/holder.json' with { type: 'json' }
import home from './en/home.json' with { type: 'json' }
import imports from './en/imports.json' with { type: 'json' }
import log from './en/log.json' with { type: 'json' }
import offerings from './en/offerings.json' with { type: 'json' }
import people from './en/people.json' with { type: 'json' }
import profiles from './en/profiles.json' with { type: 'json' }
import records from './en/records.json' with { type: 'json' }
import refusal from './en/refusal.json' with { type: 'json' }
import releases from './en/releases.json' with { type: 'json' }
import role from './en/role.json' with { type: 'json' }
import rows from './en/rows.json' with { type: 'json' }
import rules from './en/rules.json' with { type: 'json' }
import settings from './en/settings.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import state from './en/state.json' with { type: 'json' }
import ui from './en/ui.json' with { type: 'json' }
import verify from './en/verify.json' with { type: 'json' }

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
