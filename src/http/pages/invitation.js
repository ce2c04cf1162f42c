// The token stands in the fragment, which a browser sends to nobody.
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
const form = document.querySelector('#acceptance');
const answer = document.querySelector('#answer');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void accept();
});

async function accept() {
  answer.textContent = '';
  const given = Object.fromEntries(new FormData(form));
  const body = { ...given, email: given.email === '' ? null : given.email };
  const response = await fetch(`/v1/invitations/${encodeURIComponent(token)}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const told = await response.json();
  if (response.ok) {
    form.hidden = true;
    history.replaceState(null, '', location.pathname);
    answer.textContent = 'Welcome: you can sign in now. · Bienvenido: ya puede entrar.';
    return;
  }
  answer.textContent = (told.errors ?? []).map(({ says }) => says).join(' ') || told.detail;
}
