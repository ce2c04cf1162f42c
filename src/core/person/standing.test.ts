import { describe, expect, test } from 'vitest';
import type { PersonClaims } from './claims.ts';
import { networkOf } from './network.ts';
import { courtRoles } from './roles.ts';
import { machineRoles } from './scopes.ts';
import { holdsRole, isCutOff, personOf, scopeAllows } from './standing.ts';

const claims = (change: Partial<PersonClaims> = {}): PersonClaims => ({
  sub: 'ada',
  role: 'authenticated',
  aud: 'authenticated',
  iss: 'https://court.example/auth/v1',
  iat: 100,
  exp: 700,
  app_metadata: { courts: { first: ['clerk'] } },
  ...change,
});
const machine = claims({ app_metadata: { courts: {}, scopes: ['read'], machine: 'scanner' } });

describe('who somebody is', () => {
  test('a machine is no person, nor is nobody, nor the court itself', () => {
    expect(personOf({ kind: 'person', claims: claims() })?.sub).toBe('ada');
    expect(personOf({ kind: 'person', claims: machine })).toBeNull();
    expect(personOf({ kind: 'anon' })).toBeNull();
    expect(personOf({ kind: 'service' })).toBeNull();
  });

  test('roles are of a court, and no word of the language is one', () => {
    expect(holdsRole(claims(), 'first', 'clerk')).toBe(true);
    expect(holdsRole(claims(), 'first', 'judge')).toBe(false);
    expect(holdsRole(claims(), 'second', 'clerk')).toBe(false);
    expect(holdsRole(claims(), 'constructor', 'clerk')).toBe(false);
  });

  test('a machine may have any role of a court but the judge’s', () => {
    expect(courtRoles.filter((role) => !machineRoles.some((one) => one === role))).toEqual([
      'judge',
    ]);
  });

  test('a machine acts within its scopes, a person within its roles', () => {
    expect(scopeAllows(machine, 'read')).toBe(true);
    expect(scopeAllows(machine, 'cases:write')).toBe(false);
    expect(scopeAllows(claims(), 'cases:write')).toBe(true);
  });
});

describe('a token that was cut off', () => {
  test('is void by its session or its person, where it was issued before', () => {
    const token = claims({ session_id: 'one' });
    expect(isCutOff(token, new Map())).toBe(false);
    expect(isCutOff(token, new Map([['one', 100_001]]))).toBe(true);
    expect(isCutOff(token, new Map([['ada', 100_001]]))).toBe(true);
    expect(isCutOff(token, new Map([['ada', 100_000]]))).toBe(false);
    expect(isCutOff(claims(), new Map([['two', 200_000]]))).toBe(false);
  });
});

describe('addresses', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['2001:db8::', '2001:db8:0:0'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
