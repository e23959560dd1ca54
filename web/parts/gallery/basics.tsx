// The gallery's first room: buttons, links, states, callouts, progress, names and numbers.
import { Archive, BookOpen, Eye, Send, Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { type State, states } from '../../ui/states.ts'
import { Tag } from '../../ui/tag.tsx'
import { names } from './samples.ts'

export function Basics() {
  const t = useTranslations()
  return (
    <div className="grid gap-8">
      <Buttons />
      <Panel title={t('gallery.basics.states')}>
        <div className="flex flex-wrap gap-2">
          {(Object.keys(states) as State[]).map((state) => (
            <StateTag key={state} state={state} />
          ))}
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <StateTag state="passed" bare />
          <StateTag state="not_run" bare />
          <Tag>{t('gallery.basics.skill')}</Tag>
        </div>
      </Panel>
      <Callouts />
      <Waiting />
      <Words />
      <Panel title={t('gallery.basics.empty')} boxed>
        <EmptyState
          icon={BookOpen}
          title={t('gallery.basics.emptyTitle')}
          action={<Button tone="primary">{t('gallery.basics.emptyAction')}</Button>}
        >
          {t('gallery.basics.emptyText')}
        </EmptyState>
      </Panel>
    </div>
  )
}

function Buttons() {
  const t = useTranslations()
  return (
    <Panel title={t('gallery.basics.buttons')}>
      <div className="flex flex-wrap items-center gap-3">
        <Button tone="primary" icon={Send}>
          {t('gallery.basics.issue')}
        </Button>
        <Button icon={Eye}>{t('gallery.basics.preview')}</Button>
        <Button tone="plain">{t('common.cancel')}</Button>
        <Button tone="final" icon={Trash2}>
          {t('gallery.basics.revoke')}
        </Button>
        <Button tone="primary" busy>
          {t('gallery.basics.working')}
        </Button>
        <Button size="small">{t('gallery.basics.preview')}</Button>
        <ButtonLink to="/gallery/certificate" size="large">
          {t('gallery.rooms.certificate')}
        </ButtonLink>
        <Menu
          label={t('gallery.basics.more')}
          entries={[
            { to: '?archive', label: t('gallery.basics.archive'), icon: Archive },
            {
              to: '?retire',
              label: t('gallery.basics.retire'),
              icon: Trash2,
              final: true,
              whyNot: t('gallery.basics.retireWhy'),
            },
          ]}
        />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button tone="primary" icon={Send} whyNot={t('gallery.basics.why')}>
          {t('gallery.basics.issue')}
        </Button>
        <Button whyNot={t('gallery.basics.retireWhy')} reason="tip">
          {t('gallery.basics.retire')}
        </Button>
      </div>
      <p className="mt-4">
        <Link to="/gallery">{t('gallery.basics.link')}</Link>
      </p>
    </Panel>
  )
}

function Callouts() {
  const t = useTranslations()
  return (
    <Panel title={t('gallery.basics.callouts')}>
      <div className="grid gap-3 lg:grid-cols-2">
        {(['info', 'warned', 'failed', 'unknown'] as const).map((tone) => (
          <Callout key={tone} tone={tone} title={t(`gallery.basics.${tone}`)}>
            {t(`gallery.basics.${tone}Text`)}
          </Callout>
        ))}
        <Callout tone="passed" title={t('gallery.basics.passed')} />
      </div>
    </Panel>
  )
}

function Waiting() {
  const t = useTranslations()
  return (
    <Panel title={t('gallery.basics.progress')}>
      <div className="grid gap-8 lg:grid-cols-2">
        <Progress
          label={t('gallery.basics.importing')}
          done={118_400}
          total={173_912}
          rate={21_350}
          secondsLeft={2.6}
          cancel={
            <Button size="small" tone="plain">
              {t('ui.progress.cancel')}
            </Button>
          }
        />
        <Progress label={t('gallery.basics.importing')} done={9_120} />
        <Skeleton lines={4} />
        <Skeleton lines={2} tall />
      </div>
    </Panel>
  )
}

const sizes = ['text-display', 'text-head', 'text-title', 'text-lead', 'text-body', 'text-fine']

function Words() {
  const t = useTranslations()
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <Panel title={t('gallery.basics.text')}>
        <Facts
          facts={[
            [t('gallery.basics.date'), <DateText key="date" at="2026-11-21" />],
            [t('gallery.basics.moment'), <DateText key="moment" at="2026-11-21T19:44:51Z" form="moment" />],
            [t('gallery.basics.number'), <NumberText key="number" value={173912} />],
            [t('gallery.basics.share'), <NumberText key="share" value={0.4719} form="percent" digits={1} />],
            [t('gallery.basics.size'), <NumberText key="size" value={448_300_000} form="bytes" />],
          ]}
        />
        <ul className="mt-4 grid gap-2">
          {names.map((name) => (
            <li key={name} className="flex items-center gap-2.5">
              <Avatar name={name} />
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('gallery.basics.sizes')}>
        {sizes.map((size) => (
          <p key={size} className={`${size} truncate`}>
            {t('gallery.basics.sample')}
          </p>
        ))}
        <p className="mt-2 truncate font-serif text-head">{t('gallery.basics.sample')}</p>
        <p className="truncate font-serif text-title italic">{t('gallery.basics.sample')}</p>
      </Panel>
    </div>
  )
}
