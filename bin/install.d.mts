// The types of install.mjs, for its test.
type Packages = Readonly<
  Record<string, Readonly<{ version?: string; optional?: boolean; devOptional?: boolean; peer?: boolean; link?: boolean }>>
>

export function install(folder?: string): boolean

export function whyInstall(
  wanted: Packages | undefined,
  installed: Packages | undefined,
  machine?: Readonly<{ platform: string; arch: string; node: number }>,
): string | undefined
