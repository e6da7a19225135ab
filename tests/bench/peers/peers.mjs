// The text checkers that the benchmark compares with, each behind the same two functions. Plain JavaScript in a package of its
// own, so that their packages and types stay out of the project's.

/** harper.js: its grammar and spelling linter, which offers no incremental call; an edit is the changed paragraph alone. */
async function harper() {
  const { LocalLinter } = await import('harper.js');
  const { binary } = await import('harper.js/binary');
  const linter = new LocalLinter({ binary });
  const options = { language: 'plaintext' };
  await linter.lint('It begins here. Then it goes on.', options);
  return {
    pass: async (paragraphs) => void (await linter.lint(paragraphs.join('\n\n'), options)),
    edit: async (paragraphs, index) => void (await linter.lint(paragraphs[index], options)),
  };
}

async function writeGood() {
  const { default: check } = await import('write-good');
  return {
    pass: (paragraphs) => void check(paragraphs.join('\n')),
    edit: (paragraphs, index) => void check(paragraphs[index]),
  };
}

async function alex() {
  const { default: check } = await import('alex');
  return {
    pass: (paragraphs) => void check(paragraphs.join('\n\n')),
    edit: (paragraphs, index) => void check(paragraphs[index]),
  };
}

async function textlint() {
  const { TextlintKernel } = await import('@textlint/kernel');
  const plain = (module) => module.default?.default ?? module.default;
  const plugin = plain(await import('@textlint/textlint-plugin-text'));
  const rules = [
    { ruleId: 'terminology', rule: plain(await import('textlint-rule-terminology')) },
    { ruleId: 'en-max-word-count', rule: plain(await import('textlint-rule-en-max-word-count')) },
    { ruleId: 'stop-words', rule: plain(await import('textlint-rule-stop-words')) },
    { ruleId: 'rousseau', rule: plain(await import('textlint-rule-rousseau')) },
  ];
  const kernel = new TextlintKernel();
  const lint = (text) => kernel.lintText(text, { ext: '.txt', plugins: [{ pluginId: 'text', plugin }], rules });
  return {
    pass: async (paragraphs) => void (await lint(paragraphs.join('\n\n'))),
    edit: async (paragraphs, index) => void (await lint(paragraphs[index])),
  };
}

export const peers = { 'harper.js': harper, 'write-good': writeGood, alex, textlint };
