/** What the court refuses in an argument graph, by rule. docs/rules.md repeats these sentences. */
export const argumentRules = {
  AG1: 'What an argument, an issue or an assumption names is a statement of the graph.',
  AG2: 'An issue has at least one position.',
  AG3: 'A statement is a position of one issue at most, and once.',
  AG4: 'A constant weight is a number from 0 to 1.',
  AG5: 'Thresholds of a standard are numbers from 0 to 1; the contrary weight may be greater.',
  AG6: 'Criteria have positive factors, values worth 0 to 1, and hard constraints among the premises.',
  AG7: 'A preference names at least one property, each once.',
  AG8: 'An id is not empty.',
  AG21: 'A graph file has at most 32 million characters.',
  AG22: 'A graph file is YAML.',
  AG23: 'A key stands once in its mapping.',
  AG24: 'A graph file has at most 100 aliases, and none of them leads back to itself.',
  AG25: 'A graph file is nested at most 50 deep.',
  AG26: 'Each part of a graph file has its own shape: text, number, list or mapping.',
  AG27: 'A scheme or weighing function is one of the usual or defined in the file.',
  AG28: 'A standard is scintilla, DV, PE, CCE or BRD.',
  AG29: 'Two ids in one file are not spellings of the same id.',
  AG30: 'A label is in, out or undecided.',
  AG41: 'Schemes apply at most 10,000 times in one graph.',
  AG42: 'Schemes are matched in at most two million steps.',
  AG43: 'A derived statement has at most 2,000 characters.',
  AG61: 'An AIF file is a JSON object with lists of nodes and edges.',
  AG62: 'A node has an id of its own and a type; an edge joins two nodes.',
  AG63: 'An inference or conflict has exactly one conclusion, and only statements are premises.',
} as const;

export type ArgumentRule = keyof typeof argumentRules;
