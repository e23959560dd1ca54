// How the embedded PostgreSQL is set up and tuned: for one small machine, safe against power cuts, reachable by its own socket only.
import { totalmem } from 'node:os'

export const superuser = 'testamur_owner'

/** 5432 is only a part of the socket's name: nothing listens on the network. */
export const port = 5432

/**
 * Arguments of initdb. The built-in C.UTF-8 locale sorts alike on every machine and for ever; the character types come from the
 * system's C.UTF-8, because pg_trgm asks those and would otherwise drop every letter that is not ASCII.
 */
export const initdbArguments = (folder: string, fast: boolean): readonly string[] => [
  `--pgdata=${folder}`,
  `--username=${superuser}`,
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--data-checksums',
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
  ...(fast ? ['--no-sync'] : []),
]

const megabytes = 1024 * 1024

const settings = () => ({
  listen_addresses: '',
  port,
  unix_socket_permissions: '0700',
  max_connections: 60,
  shared_buffers: `${Math.max(64, Math.min(256, Math.floor(totalmem() / megabytes / 8)))}MB`,
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: 1.1,
  // Compilation of queries costs more than it brings at our sizes.
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  wal_compression: 'pglz',
  min_wal_size: '128MB',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Neither statements nor the values in them belong into a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
})

/** For test runs: nothing is flushed to the disk, so a killed machine loses all, and more processes connect at a time. */
const fastSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
  autovacuum_naptime: '1h',
}

export function postgresArguments(folder: string, socketFolder: string, fast: boolean): readonly string[] {
  const all = { ...settings(), unix_socket_directories: socketFolder, ...(fast ? fastSettings : {}) }
  return ['-D', folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
