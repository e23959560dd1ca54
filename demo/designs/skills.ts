// The skills that the designs align with: those of the two institutions, made up, and fields of education of ISCED-F 2013 by their ESCO addresses.

export const skill = (code: string, name: string) => ({
  framework: 'Willowbrook skills',
  name,
  code,
  target: `https://willowbrook.example.org/skills/${code.toLowerCase()}`,
})

export const unit = (code: string, name: string) => ({
  framework: 'Harbour units of competence',
  name,
  code,
  target: `https://harbour-trades.example.org/units/${code.toLowerCase()}`,
})

export const field = (code: string, name: string) => ({
  framework: 'ISCED-F 2013',
  name,
  code,
  target: `http://data.europa.eu/esco/isced-f/${code}`,
})
