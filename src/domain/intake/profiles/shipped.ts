// The mapping profiles that ship with Testamur.
import type { MappingProfile } from '#standards/csv/profile.ts'
import { ouladProfile } from './oulad.ts'

export const shippedProfiles: readonly MappingProfile[] = [ouladProfile]
