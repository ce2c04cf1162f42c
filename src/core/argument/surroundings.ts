import type { Argument, PropertyOrder } from './graph.ts';
import { rank } from './rank.ts';
import { known, listed, type IssueNode, type Situation, type StatementNode } from './situation.ts';
import type { Surroundings } from './weigh.ts';

/** What the weight of an argument may depend on, each worked out once per issue. */
export function surroundingsOf({ statements }: Situation): Surroundings {
  const nodeOf = (statement: string) => known(statements, statement);
  const subjectOf = (argument: Argument): Subject => {
    const conclusion = nodeOf(argument.conclusion);
    return conclusion.issue ?? conclusion;
  };
  const distinct = oncePer((subject: Subject) => {
    const premises = argumentsAbout(subject).flatMap((argument) => argument.premises);
    return new Set(premises.map((premise) => premise.statement)).size;
  });
  const answer = oncePer((issue: IssueNode) => {
    const chosen = issue.positions.find((position) => position.label === 'in');
    return chosen === undefined ? null : chosen.id;
  });
  const ranked = new Map<string, (subject: Subject) => Map<Argument, number>>();

  return {
    label: (statement) => nodeOf(statement).label,
    distinctPremises: (argument) => distinct(subjectOf(argument)),
    answer(statement) {
      const { label, issue } = nodeOf(statement);
      if (label === 'in') return statement;
      return issue === null ? null : answer(issue);
    },
    rank(argument, by) {
      const { issue } = nodeOf(argument.conclusion);
      if (issue === null) return 1;
      const ranks = ranked.get(nameOf(by)) ?? oncePer((about) => rank(argumentsAbout(about), by));
      ranked.set(nameOf(by), ranks);
      return known(ranks(issue), argument);
    },
  };
}

/** What an argument is about: the issue of its conclusion, or the conclusion alone. */
type Subject = IssueNode | StatementNode;

function argumentsAbout(subject: Subject): Argument[] {
  const positions = 'positions' in subject ? subject.positions : [subject];
  return positions.flatMap(({ pro }) => Array.from(listed(pro), ({ argument }) => argument));
}

function nameOf(by: readonly PropertyOrder[]): string {
  return JSON.stringify(by);
}

function oncePer<Subject, Value>(work: (subject: Subject) => Value): (subject: Subject) => Value {
  const done = new Map<Subject, { value: Value }>();
  return (subject) => {
    const found = done.get(subject) ?? { value: work(subject) };
    done.set(subject, found);
    return found.value;
  };
}
