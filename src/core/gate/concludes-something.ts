import { gateWords } from './gate-words.ts';
import type { GateRule } from './rule.ts';

/**
 * GT8: the conclusion is about an element in issue, or about a question that an admitted statement invites;
 * a procedural remark and a hypothetical conclude nothing.
 */
export const concludesSomething: GateRule = ({ proposal: { kind, conclusion } }, courtroom) => {
  const words = gateWords(courtroom.language);
  if ((kind === 'procedural' || kind === 'hypothetical') && conclusion.about !== 'nothing') {
    const says = words.movesNoLabel(kind);
    return [{ rule: 'GT8', at: ['conclusion'], says }];
  }
  switch (conclusion.about) {
    case 'nothing':
      return [];
    case 'element': {
      const { element } = conclusion;
      if (courtroom.inIssue(element)) return [];
      const says = words.notInIssue(element);
      return [{ rule: 'GT8', at: ['conclusion', 'element'], says }];
    }
    case 'statement': {
      const { statement, question } = conclusion;
      const questions = courtroom.questionsOf(statement);
      if (questions === undefined) {
        const says = words.noStatement(statement);
        return [{ rule: 'GT8', at: ['conclusion', 'statement'], says }];
      }
      if (questions.includes(question)) return [];
      const says = words.noQuestion(statement, question);
      return [{ rule: 'GT8', at: ['conclusion', 'question'], says }];
    }
  }
};
