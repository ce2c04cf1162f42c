import { Command, Option } from 'commander';
import type { Refusal } from '../core/refusal.ts';
import type { CommandContext, ExitCode, Io } from './io.ts';

/** What part of the service a process does. */
export type ServiceRole = 'api' | 'worker' | 'all';

export type ServiceWorld = {
  start(role: ServiceRole, tell: (says: string) => void): Promise<ServiceAnswer>;
  /** Resolves when the process is asked to end: SIGINT, SIGTERM. */
  askedToEnd(): Promise<void>;
};

export type ServiceAnswer =
  | { readonly kind: 'started'; readonly service: RunningService }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export type RunningService = {
  /** `null` where the process answers no requests. */
  readonly address: string | null;
  /** A link by which the first administrator comes in, once; `null` where there is one. */
  readonly firstAdministrator: string | null;
  readonly notices: readonly string[];
  /** Finishes what is under way, and ends. */
  close(): Promise<void>;
};

/** `court serve`: the court as a service, until it is asked to end. */
export function serveCommand(context: CommandContext, world: ServiceWorld): Command {
  return new Command('serve')
    .description('Run the court as a service.')
    .addOption(
      new Option('--role <role>', 'what this process does')
        .choices(['api', 'worker', 'all'])
        .default('all'),
    )
    .option('--json', 'say what runs as one line of JSON', false)
    .action(async ({ role, json }: { readonly role: ServiceRole; readonly json: boolean }) => {
      context.done(await serve(context.io, world, role, json));
    });
}

async function serve(
  io: Io,
  world: ServiceWorld,
  role: ServiceRole,
  json: boolean,
): Promise<ExitCode> {
  const answer = await world.start(role, (says) => io.err(says));
  if (answer.kind === 'refused') {
    for (const { rule, says } of answer.refusals) io.err(`${rule} ${says}`);
    return 2;
  }
  const { service } = answer;
  for (const line of json ? [JSON.stringify(told(service, role))] : linesOf(service, role)) {
    io.out(line);
  }
  await world.askedToEnd();
  io.err('Ending: requests and hearings under way are finished first.');
  await service.close();
  return 0;
}

function told({ address, firstAdministrator, notices }: RunningService, role: ServiceRole) {
  return { role, address, firstAdministrator, notices };
}

function linesOf(service: RunningService, role: ServiceRole): readonly string[] {
  const { address, firstAdministrator, notices } = service;
  return [
    ...notices,
    ...(address === null
      ? [`The court works (${role}).`]
      : [
          `The court is open:   ${address}`,
          `Its API, described:  ${address}/docs`,
          `The same as OpenAPI: ${address}/v1/openapi.json`,
        ]),
    ...(firstAdministrator === null
      ? []
      : ['', 'Nobody administers it yet. Whoever opens this link first does:', firstAdministrator]),
  ];
}
