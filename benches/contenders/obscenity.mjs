import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";

export async function load() {
  const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  return { run: (text) => matcher.getAllMatches(text) };
}
