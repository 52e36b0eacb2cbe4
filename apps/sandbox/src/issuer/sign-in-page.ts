import type { Persona } from './personas.js';

/** The page on which a person of the example firm is chosen. */
export function signInPage(personas: Persona[]): string {
  const buttons = personas
    .map(
      ({ id, name, role }) =>
        `<button name="persona" value="${id}"><strong>${name}</strong><span>${role.replaceAll('-', ' ')}</span></button>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in to the example firm</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { display: grid; place-content: center; min-height: 100vh; margin: 0; }
  form { display: grid; gap: .75rem; width: min(24rem, 90vw); }
  button { display: flex; justify-content: space-between; padding: .75rem 1rem; font: inherit; cursor: pointer;
    border: 1px solid #8884; border-radius: .5rem; background: canvas; color: canvastext; }
  button:hover, button:focus-visible { border-color: #3b6fd4; outline: 2px solid #3b6fd4; }
</style>
</head>
<body>
<main>
  <h1>Sign in</h1>
  <p>This is the example firm. Who would you like to be?</p>
  <form method="post">${buttons}</form>
</main>
</body>
</html>`;
}
