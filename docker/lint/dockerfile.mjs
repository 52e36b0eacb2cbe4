/** What is wrong with a Dockerfile: `{line, message}` each. */
export function checkDockerfile(text, { readByAll, exists }) {
  const steps = instructions(text);
  const last = steps.filter(({ stage }) => stage === steps.at(-1)?.stage);
  return [
    ...steps.flatMap((step) => stepProblems(step, stagesBefore(steps, step), exists)),
    ...finalStageProblems(last),
    ...environmentOf(last)
      .filter(({ name }) => !readByAll.has(name))
      .map(({ line, name }) => ({ line, message: `ENV ${name} is read by nothing` })),
  ];
}

/** The environment an image gives its containers. */
export function imageEnvironment(text) {
  const steps = instructions(text);
  const last = steps.filter(({ stage }) => stage === steps.at(-1)?.stage);
  return Object.fromEntries(environmentOf(last).map(({ name, value }) => [name, value]));
}

/** A tag names a version; what it stands for does not change under us. */
export const isPinned = (image) => /@sha256:[0-9a-f]{64}$|:[\w-]*\d+\.\d+[\w.-]*$/.test(image);

/** Names under which secrets are kept; a folder or file of secrets is none. */
export const namesSecret = (name) =>
  /PASSW|SECRET|TOKEN|KEY|CREDENTIAL/i.test(name) && !/_(DIR|FILE|FOLDER)$/.test(name);

function stepProblems({ name, args, line }, stages, exists) {
  const found = [];
  if (name === 'FROM') {
    const [image] = args.split(/\s+/);
    if (!stages.includes(image) && !isPinned(image))
      found.push(`${image} is not pinned: name a version, e.g. node:20.20.2`);
  }
  if (name === 'ENV' || name === 'ARG') {
    for (const { name: variable } of assignments(args)) {
      if (namesSecret(variable))
        found.push(`${name} ${variable} would stay in the image: give it to the container instead`);
    }
  }
  if (name === 'RUN' && /\bnpm (install|ci|i)\b/.test(args) && !args.includes('--ignore-scripts')) {
    found.push('npm runs install scripts: add --ignore-scripts');
  }
  if (name === 'COPY' && !args.includes('--from=')) {
    for (const source of args.split(/\s+/).slice(0, -1)) {
      if (!source.startsWith('--') && !exists(source)) found.push(`${source} does not exist`);
    }
  }
  return found.map((message) => ({ line, message }));
}

function finalStageProblems(steps) {
  const line = steps[0]?.line ?? 1;
  const lastOf = (wanted) => steps.findLast(({ name }) => name === wanted);
  const found = [];
  const user = lastOf('USER');
  if (!user) found.push({ line, message: 'the last stage has no USER: it would run as root' });
  else if (/^(root|0)\b/.test(user.args)) found.push({ line: user.line, message: `USER ${user.args} is root` });
  else if (!/^\d+/.test(user.args))
    found.push({ line: user.line, message: `USER ${user.args} is a name: only a number is known not to be root` });
  const health = lastOf('HEALTHCHECK');
  if (!health || health.args === 'NONE')
    found.push({ line: health?.line ?? line, message: 'the last stage has no HEALTHCHECK' });
  const start = lastOf('ENTRYPOINT') ?? lastOf('CMD');
  if (!start?.args.startsWith('['))
    found.push({
      line: start?.line ?? line,
      message: 'CMD is no JSON list: a shell would be process 1 and keep SIGTERM to itself',
    });
  return found;
}

/** Every instruction with the line it starts on and the number of its stage. */
function instructions(text) {
  const steps = [];
  let open = null;
  let stage = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    const part = raw.trim();
    if (part === '' || part.startsWith('#')) continue;
    if (open) open.args += ` ${part}`;
    else {
      const [name] = part.split(/\s/, 1);
      if (name.toUpperCase() === 'FROM') stage += 1;
      open = { name: name.toUpperCase(), args: part.slice(name.length).trim(), line: index + 1, stage };
      steps.push(open);
    }
    if (part.endsWith('\\')) open.args = open.args.slice(0, -1).trim();
    else open = null;
  }
  return steps;
}

const stagesBefore = (steps, step) =>
  steps
    .filter(({ name, line }) => name === 'FROM' && line < step.line)
    .flatMap(({ args }) => /\bAS\s+(\S+)/i.exec(args)?.[1] ?? []);

const environmentOf = (steps) =>
  steps
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ args, line }) => assignments(args).map((one) => ({ ...one, line })));

const assignments = (args) =>
  args.split(/\s+/).map((part) => {
    const [name, ...value] = part.split('=');
    return { name, value: value.join('=') };
  });
