/** Where the model is and what may be spent on a turn. Which models there are, the user knows. */
export type ClaudeSettings = {
  readonly apiKey: string;
  readonly baseURL: string;
  /** Id of a model as the API names it. */
  readonly model: string;
  /** Most tokens of one answer. */
  readonly maxTokens: number;
  /** Whether the model marks its words with the passages they rest on; not every model can. */
  readonly citations: boolean;
  /** Milliseconds: of silence in a stream, and of one call in all. */
  readonly timeouts: { readonly silence: number; readonly call: number };
  /** Most calls for one turn. */
  readonly attempts: number;
};

/** What is usual where the user says nothing. */
export const usualClaude = {
  baseURL: 'https://api.anthropic.com',
  maxTokens: 4_096,
  citations: true,
  timeouts: { silence: 90_000, call: 300_000 },
  attempts: 4,
} as const satisfies Omit<ClaudeSettings, 'apiKey' | 'model'>;

/** Waiting and chance, handed in so that a test does neither. */
export type Patience = {
  sleep(milliseconds: number): Promise<void>;
  /** From 0 up to, and without, 1. */
  random(): number;
};
