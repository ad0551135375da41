/** What else someone could take, each as a function of the text. None of them finds what Forepost does. */
export const peers = [
  {
    name: "@2toad/profanity",
    load: async () => {
      const { profanity } = await import("@2toad/profanity");
      return (text) => profanity.exists(text);
    },
  },
  {
    name: "leo-profanity",
    load: async () => {
      const { default: leo } = await import("leo-profanity");
      return (text) => leo.check(text);
    },
  },
  {
    name: "obscenity",
    load: async () => {
      const { RegExpMatcher, englishDataset, englishRecommendedTransformers } = await import("obscenity");
      const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
      return (text) => matcher.getAllMatches(text);
    },
  },
  {
    name: "bad-words",
    load: async () => {
      const { Filter } = await import("bad-words");
      const filter = new Filter();
      return (text) => filter.isProfane(text);
    },
  },
  {
    name: "alex",
    load: async () => {
      const { markdown } = await import("alex");
      return (text) => markdown(text).messages;
    },
  },
  {
    name: "harper.js",
    load: async () => {
      const { LocalLinter } = await import("harper.js");
      const { binaryInlined } = await import("harper.js/binaryInlined");
      const linter = new LocalLinter({ binary: binaryInlined });
      await linter.setup();
      return Object.assign((text) => linter.lint(text), { isAsync: true });
    },
  },
];
