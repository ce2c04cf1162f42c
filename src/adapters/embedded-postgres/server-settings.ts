/**
 * What the embedded server is told, beside port and socket. Small memory: what all connections share is
 * 64 MB, and a connection takes some megabytes of its own. A commit waits for the disk (fsync and
 * synchronous_commit stay as PostgreSQL ships them). Statements, and the values that an error would
 * quote, may hold what is sealed: they are not logged.
 */
const told: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  max_connections: '60',
  superuser_reserved_connections: '3',
  password_encryption: 'scram-sha-256',

  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  temp_buffers: '2MB',
  wal_buffers: '4MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  checkpoint_timeout: '10min',
  checkpoint_completion_target: '0.9',
  autovacuum_max_workers: '2',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '0',
  max_wal_senders: '2',
  max_replication_slots: '2',
  jit: 'off',

  timezone: 'UTC',
  log_timezone: 'UTC',
  idle_in_transaction_session_timeout: '60s',
  tcp_keepalives_idle: '60',

  log_line_prefix: '%m [%p] %q%u@%d ',
  log_checkpoints: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** The text of a settings file; `ALTER SYSTEM` comes after it and outdoes it. */
export function settingsFile(more: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...told, ...more }).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`,
  );
  return [
    '# Written anew at every start. Your own settings: ALTER SYSTEM SET …',
    ...lines,
    '',
  ].join('\n');
}

/** Who may log in: whoever has the password, on this machine. */
export const accessFile = [
  '# Written anew at every start.',
  'local all all scram-sha-256',
  'host all all 127.0.0.1/32 scram-sha-256',
  'host all all ::1/128 scram-sha-256',
  '',
].join('\n');
