/** From what something was worked out, for those who word it. */
export type Reason =
  | { readonly why: 'told' }
  /** What makes a paper look like the complaint. */
  | { readonly why: 'signs'; readonly signs: readonly ComplaintSign[] }
  | { readonly why: 'no-offence' }
  | { readonly why: 'offence'; readonly offence: string }
  | { readonly why: 'more-of-a-claim'; readonly offence: string; readonly claim: string }
  | { readonly why: 'both-sides-named' }
  | { readonly why: 'sides-unclear' }
  | { readonly why: 'no-cause-known' }
  /** In the words of the complaint. */
  | { readonly why: 'cause-named'; readonly named: readonly string[] }
  | { readonly why: 'elements-spoken-of' }
  | { readonly why: 'no-cause-named' };

export type ComplaintSign =
  | 'kind'
  | 'name'
  | 'opening'
  | 'request'
  | 'accusation'
  | 'proposition'
  | 'redress'
  | 'caption';
