declare module 'snowball-stemmers' {
  type Stemmer = { stem(word: string): string };
  const snowball: { newStemmer(algorithm: 'english' | 'spanish'): Stemmer };
  export default snowball;
}
