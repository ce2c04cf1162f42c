import { z } from 'zod';
import { acceptInvitation } from '../../court/people/accept-invitation.ts';
import { administratorOf } from '../../court/people/administrator-of.ts';
import { invite } from '../../court/people/invite.ts';
import {
  acceptance,
  courtPerson,
  courtRole,
  invitation,
  newInvitation,
  person,
  personChanges,
} from '../../wire/v1/people.ts';
import type { App } from '../app.ts';
import { type AuthDesk, limited } from '../auth/desk.ts';
import { unlessRefused } from '../auth/problems.ts';
import { session, sessionBody } from '../auth/shapes.ts';
import { personSignedIn, signedIn } from '../auth/signed-in.ts';
import { Refused } from '../refuse.ts';
import { problems, there } from './answers.ts';

const ofCourt = z.object({ court: z.uuid() });

/** Who is of a court, who is invited, and oneself. */
export function registerPeople(app: App, desk: AuthDesk): void {
  const { office, people } = desk;

  app.get(
    '/v1/me',
    { schema: { tags: ['people'], response: { ...problems, 200: person } } },
    async (request) => {
      personSignedIn(request);
      return there(await people(signedIn(request)).me(), 'person');
    },
  );

  app.patch(
    '/v1/me',
    { schema: { tags: ['people'], body: personChanges, response: { ...problems, 200: person } } },
    async (request) => {
      personSignedIn(request);
      return there(await people(signedIn(request)).changeMe(request.body), 'person');
    },
  );

  app.get(
    '/v1/courts/:court/people',
    {
      schema: {
        tags: ['people'],
        params: ofCourt,
        response: { ...problems, 200: z.array(courtPerson) },
      },
    },
    async (request) => {
      const identity = signedIn(request);
      const { court } = request.params;
      there(new Map(Object.entries(identity.claims.app_metadata.courts)).get(court), 'court');
      const rows = await people(identity).ofCourt(court);
      return rows.map((row) => ({ ...row, roles: [...row.roles] }));
    },
  );

  app.put(
    '/v1/courts/:court/people/:person/roles/:role',
    {
      schema: {
        tags: ['people'],
        params: ofCourt.extend({ person: z.uuid(), role: courtRole }),
        response: { ...problems, 204: z.void() },
      },
    },
    async (request, reply) => {
      const { court, person: personId, role } = request.params;
      const identity = signedIn(request);
      const { claims } = unlessRefused(administratorOf(identity, court, 'people:write'));
      if (personId === claims.sub) {
        const says = 'Nobody appoints themselves: another administrator does.';
        throw new Refused({ rule: 'SV4', at: ['path', 'person'], says });
      }
      const outcome = await people(identity).promote(court, personId, role);
      there(outcome === 'unknown' ? null : outcome, 'person of this court');
      if (outcome === 'promoted') {
        // Roles stand in the token: the next one, which the client asks for by itself, has the new one.
        await office.store.sessions.cutOff(personId, office.now());
        office.cutOffs.renew();
        await office.store.accounts.note({
          courtId: court,
          personId: claims.sub,
          action: 'role.given',
          target: `${personId} ${role}`,
        });
      }
      return reply.code(204).send();
    },
  );

  app.delete(
    '/v1/courts/:court/people/:person/roles/:role',
    {
      schema: {
        tags: ['people'],
        params: ofCourt.extend({ person: z.uuid(), role: courtRole }),
        response: { ...problems, 204: z.void() },
      },
    },
    async (request, reply) => {
      const { court, person: personId, role } = request.params;
      const identity = signedIn(request);
      const { claims } = unlessRefused(administratorOf(identity, court, 'people:write'));
      const outcome = await people(identity).dismiss(court, personId, role);
      if (outcome === 'last-administrator') {
        const says = 'The last administrator of a court stays, until there is another.';
        throw new Refused({ rule: 'ID15', at: ['path', 'role'], says });
      }
      there(outcome === 'unknown' ? null : outcome, 'role of this person');
      await office.store.sessions.cutOff(personId, office.now());
      office.cutOffs.renew();
      await office.store.accounts.note({
        courtId: court,
        personId: claims.sub,
        action: 'role.dismissed',
        target: `${personId} ${role}`,
      });
      return reply.code(204).send();
    },
  );

  app.post(
    '/v1/courts/:court/invitations',
    {
      schema: {
        tags: ['people'],
        params: ofCourt,
        body: newInvitation,
        response: { ...problems, 201: invitation },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const identity = signedIn(request);
      const invited = unlessRefused(await invite(office, identity, params.court, body));
      const { email, role, expiresAt } = invited;
      return reply.code(201).send({ email, role, expiresAt: expiresAt.toISOString() });
    },
  );

  app.post(
    '/v1/invitations/:token/accept',
    {
      config: { ...limited(desk), open: true },
      // The path is a secret until it is used: it stands in no line of the log.
      logLevel: 'warn',
      schema: {
        tags: ['people'],
        params: z.object({ token: z.string().min(1).max(200) }),
        body: acceptance,
        response: { ...problems, 200: session },
      },
    },
    async ({ identity, params, body }, reply) => {
      const granted = await acceptInvitation(office, identity, params.token, body);
      void reply.header('cache-control', 'no-store');
      return sessionBody(unlessRefused(granted), office.settings.accessTokenMs);
    },
  );
}
