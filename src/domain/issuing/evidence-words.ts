// What the evidence inside a credential says, in the language of the design; English where a language is not here yet.

type Words = Readonly<{
  scoredName: string
  scoredGenre: string
  scoredLine: (item: {
    title: string
    category: string
    score: string
    maximum: string | undefined
    weight: string | undefined
    on: string | undefined
  }) => string
  notScored: string
  narrativeName: string
  narrativeGenre: string
  enrolled: (about: { offering: string; from: string | undefined; to: string | undefined }) => string
  handedIn: (done: number, all: number) => string
  outcome: (says: string) => string
  audience: string
}>

const english: Words = {
  scoredName: 'Scored evidence',
  scoredGenre: 'Assessment results',
  scoredLine: ({ title, category, score, maximum, weight, on }) =>
    `- ${title} (${category}): ${score}${maximum ? ` of ${maximum}` : ''}${weight ? `, weight ${weight}` : ''}${on ? `, handed in on ${on}` : ''}`,
  notScored: 'handed in, no score recorded',
  narrativeName: 'How it was earned',
  narrativeGenre: 'Learning record',
  enrolled: ({ offering, from, to }) => `Took part in ${offering}${from ? `, from ${from}` : ''}${to ? ` to ${to}` : ''}.`,
  handedIn: (done, all) => `Handed in ${done} of ${all} pieces of assessed work.`,
  outcome: (says) => `Final outcome as recorded by the institution: ${says}.`,
  audience: 'Employers, institutions and other verifiers',
}

const arabic: Words = {
  scoredName: 'أدلة مقيَّمة بالدرجات',
  scoredGenre: 'نتائج التقييم',
  scoredLine: ({ title, category, score, maximum, weight, on }) =>
    `- ${title} (${category}): ${score}${maximum ? ` من ${maximum}` : ''}${weight ? `، الوزن ${weight}` : ''}${on ? `، سُلّم في ${on}` : ''}`,
  notScored: 'سُلّم دون تسجيل درجة',
  narrativeName: 'كيف جرى الحصول عليها',
  narrativeGenre: 'سجل التعلّم',
  enrolled: ({ offering, from, to }) => `شارك في ${offering}${from ? ` من ${from}` : ''}${to ? ` إلى ${to}` : ''}.`,
  handedIn: (done, all) => `سلّم ${done} من أصل ${all} من الأعمال المقيَّمة.`,
  outcome: (says) => `النتيجة النهائية كما سجّلتها المؤسسة: ${says}.`,
  audience: 'أصحاب العمل والمؤسسات وسائر الجهات المتحققة',
}

const words: Readonly<Record<string, Words>> = { en: english, ar: arabic }

export const evidenceWords = (language: string | undefined): Words =>
  words[language?.split('-')[0]?.toLowerCase() ?? 'en'] ?? english
