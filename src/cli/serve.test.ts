import { expect, test } from 'vitest';
import { capturedIo } from '../../test/captured-io.ts';
import { type RunningService, serveCommand, type ServiceWorld } from './serve.ts';

const running: RunningService = {
  address: 'http://127.0.0.1:8080',
  firstAdministrator: 'http://127.0.0.1:8080/first-administrator#t0ken',
  notices: ['The data lie in .court/data.'],
  close: async () => {},
};

async function run(world: Partial<ServiceWorld>, ...words: readonly string[]) {
  const { context, out, err, codes } = capturedIo();
  const asked: string[] = [];
  const usual: ServiceWorld = {
    start: async (role) => {
      asked.push(role);
      return { kind: 'started', service: running };
    },
    askedToEnd: async () => {},
  };
  await serveCommand(context, { ...usual, ...world }).parseAsync(['node', 'serve', ...words]);
  return { code: codes[0], out, err, asked };
}

test('says where the court is, where it is described, and how its first administrator comes in', async () => {
  const { code, out, asked } = await run({});
  expect(code).toBe(0);
  expect(asked).toEqual(['all']);
  const text = out.join('\n');
  for (const told of ['/docs', '/v1/openapi.json', '#t0ken', 'The data lie in .court/data.']) {
    expect(text).toContain(told);
  }
});

test('says the same as JSON; a worker has no address', async () => {
  const service = { ...running, address: null, firstAdministrator: null };
  const world: Partial<ServiceWorld> = { start: async () => ({ kind: 'started', service }) };
  const told = await run(world, '--role', 'worker', '--json');
  expect(JSON.parse(told.out.join('\n'))).toMatchObject({ role: 'worker', address: null });
  expect((await run(world, '--role', 'worker')).out.join('\n')).toContain('The court works');
});

test('ends in 2 where it cannot start, and closes what it started', async () => {
  const says = 'PORT 8080 on 127.0.0.1 is taken; set another.';
  const refused = await run({
    start: async () => ({ kind: 'refused', refusals: [{ rule: 'SE3', at: ['PORT'], says }] }),
  });
  expect(refused).toMatchObject({ code: 2, err: [`SE3 ${says}`], out: [] });
  let closed = 0;
  const service = {
    ...running,
    close: async () => {
      closed += 1;
    },
  };
  await run({ start: async () => ({ kind: 'started', service }) });
  expect(closed).toBe(1);
});
