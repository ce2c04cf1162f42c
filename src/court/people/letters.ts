import type { Language } from '../../core/document/document.ts';
import { lifetimes } from '../../core/person/lifetimes.ts';
import type { CourtRole } from '../../core/person/roles.ts';
import type { Mail } from '../../ports/mailer.ts';
import type { IdentitySettings } from './office.ts';

/**
 * What the court writes to people. What makes a link work stands behind its `#`: it reaches no server, no log,
 * and nothing that looks at links before their reader does.
 */
export type Letter =
  | { readonly kind: 'invite'; readonly role: CourtRole; readonly token: string }
  | { readonly kind: 'verify' | 'reset'; readonly token: string };

type Words = { readonly subject: string; readonly lines: readonly string[] };

export function letterTo(
  to: string,
  letter: Letter,
  language: Language,
  { site, name }: IdentitySettings,
): Mail {
  const { subject, lines } = language === 'es' ? spanish(letter, site) : english(letter, site);
  return { to, subject: `${name}: ${subject}`, text: `${lines.join('\n\n')}\n` };
}

const days = lifetimes.invite / 86_400_000;
const hours = lifetimes.verify / 3_600_000;
const minutes = lifetimes.reset / 60_000;

function english(letter: Letter, site: string): Words {
  switch (letter.kind) {
    case 'invite':
      return {
        subject: 'you are invited',
        lines: [
          `You are invited to this court as ${letter.role}.`,
          `Accept within ${days} days: ${site}/invitation#token=${letter.token}`,
        ],
      };
    case 'verify':
      return {
        subject: 'confirm your address',
        lines: [
          'Somebody made an account with this address. If it was you, confirm it; if not, do nothing.',
          `Within ${hours} hours: ${site}/verify#type=signup&token_hash=${letter.token}`,
        ],
      };
    case 'reset':
      return {
        subject: 'a new password',
        lines: [
          'Somebody asked for a new password for this address. If it was not you, do nothing.',
          `Within ${minutes} minutes: ${site}/verify#type=recovery&token_hash=${letter.token}`,
        ],
      };
  }
}

function spanish(letter: Letter, site: string): Words {
  switch (letter.kind) {
    case 'invite':
      return {
        subject: 'tiene una invitación',
        lines: [
          `Se le invita a este tribunal como ${rolesInSpanish[letter.role]}.`,
          `Acepte dentro de ${days} días: ${site}/invitation#token=${letter.token}`,
        ],
      };
    case 'verify':
      return {
        subject: 'confirme su dirección',
        lines: [
          'Alguien creó una cuenta con esta dirección. Si fue usted, confírmela; si no, no haga nada.',
          `Dentro de ${hours} horas: ${site}/verify#type=signup&token_hash=${letter.token}`,
        ],
      };
    case 'reset':
      return {
        subject: 'una nueva contraseña',
        lines: [
          'Alguien pidió una nueva contraseña para esta dirección. Si no fue usted, no haga nada.',
          `Dentro de ${minutes} minutos: ${site}/verify#type=recovery&token_hash=${letter.token}`,
        ],
      };
  }
}

const rolesInSpanish: Readonly<Record<CourtRole, string>> = {
  administrator: 'administrador',
  clerk: 'secretario',
  judge: 'juez',
  prosecutor: 'fiscal o abogado demandante',
  defender: 'defensor',
  party: 'parte',
  observer: 'observador',
  auditor: 'auditor',
};
