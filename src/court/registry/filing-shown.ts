import type { CaseEvent, WorkedOut } from '../../core/case/case-event.ts';
import type { DocumentKind, Tier } from '../../core/document/document.ts';
import type { Side } from '../../core/gate/proposal.ts';

/** What the secretary made of the papers, for whoever files them to look at. */
export type FilingShown = {
  readonly caption: string;
  readonly matter: 'civil' | 'criminal';
  readonly jurisdiction: string;
  readonly procedure: string;
  readonly dates: {
    readonly facts: string | null;
    readonly filed: string | null;
    readonly hearing: string;
  };
  readonly cause: {
    readonly id: string | null;
    readonly name: string;
    readonly tier: Tier;
    readonly because: string;
  };
  readonly parties: readonly {
    readonly id: string;
    readonly role: string;
    readonly side: Side | 'none';
    readonly name: string;
  }[];
  readonly exhibits: readonly ExhibitShown[];
  readonly witnesses: readonly { readonly name: string; readonly exhibit: string }[];
  readonly issues: readonly {
    readonly id: string;
    readonly nature: string;
    readonly text: string;
  }[];
  readonly allegations: number;
  /** Articles as they will stand in the record: `work/article@from`. */
  readonly law: readonly string[];
  readonly lawWanting: readonly { readonly article: string; readonly because: string }[];
  readonly workedOut: readonly {
    readonly what: WorkedOut['what'];
    readonly tier: Tier;
    readonly because: string;
  }[];
};

export type ExhibitShown = {
  readonly exhibit: string;
  readonly name: string;
  readonly sha256: string;
  readonly kind: DocumentKind;
  readonly tier: Tier;
  readonly by: Side | 'court';
  readonly warnings: readonly string[];
};

/** The first events of a record, told. */
export function filingShown(events: readonly CaseEvent[]): FilingShown {
  const of = <Type extends CaseEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<CaseEvent, { type: Type }> => event.type === type);
  const first = <Type extends CaseEvent['type']>(type: Type) => {
    const [event] = of(type);
    if (event === undefined) throw new TypeError(`these events file no case: no ${type}`);
    return event;
  };
  const { data: constituted } = first('court-constituted');
  const { data: filing } = first('case-filed');
  const { data: cause } = first('cause-identified');
  return {
    caption: filing.caption.prose,
    matter: filing.matter,
    jurisdiction: constituted.profile.id,
    procedure: constituted.procedure.id,
    dates: { facts: filing.factsOn, filed: filing.filedOn, hearing: filing.actOn },
    cause: {
      id: cause.cause,
      name: cause.name,
      tier: cause.tier,
      because: cause.because.prose,
    },
    parties: of('party-joined').map(({ data: { party, role, side, name } }) => {
      return { id: party, role, side, name: name.prose };
    }),
    exhibits: of('exhibit-filed').map(
      ({ data: { exhibit, name, bytes, kind, kindTier, by, warnings } }) => {
        const told = warnings.map(({ prose }) => prose);
        const read = { exhibit, name: name.prose, sha256: bytes.prose, kind, tier: kindTier };
        return { ...read, by, warnings: told };
      },
    ),
    witnesses: of('witness-listed').map(({ data: { name, exhibit } }) => ({
      name: name.prose,
      exhibit,
    })),
    issues: of('issue-framed').map(({ data: { element, nature, text } }) => {
      return { id: element, nature, text: text.prose };
    }),
    allegations: of('allegation-noted').length,
    law: of('law-entered').map(({ data: { source } }) => source),
    lawWanting: of('law-wanting').map(({ data: { title, article, because } }) => {
      return { article: `${title}, ${article}`, because };
    }),
    workedOut: filing.workedOut.map(({ what, tier, because }) => {
      return { what, tier, because: because.prose };
    }),
  };
}
