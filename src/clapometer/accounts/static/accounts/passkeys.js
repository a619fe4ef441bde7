// Passkeys: fetches what the device is to be asked, asks it, and sends its answer with the form.
// A form says with data-passkey whether a passkey is made or used.

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function asked(options) {
  const one = { ...options.publicKey };
  one.challenge = bytes(one.challenge);
  if (one.user) one.user = { ...one.user, id: bytes(one.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    one[list] = (one[list] ?? []).map((key) => ({ ...key, id: bytes(key.id) }));
  }
  return { publicKey: one };
}

function answered(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function answer(form, more = {}) {
  const reply = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
  if (!reply.ok) throw new Error(reply.statusText);
  const { options, request_options } = await reply.json();
  const ask = asked(options ?? request_options);
  const making = form.dataset.passkey === "make";
  return answered(await navigator.credentials[making ? "create" : "get"]({ ...ask, ...more }));
}

function send(form, answer) {
  form.elements.namedItem("credential").value = JSON.stringify(answer);
  form.submit();
}

// Where the browser can, it offers the site's passkeys among what it fills into the field of the
// address; whoever chooses one is signed in by it. Nothing is asked as long as nobody chooses.
async function offer(form, signal) {
  if (!(await window.PublicKeyCredential?.isConditionalMediationAvailable?.())) return;
  try {
    send(form, await answer(form, { mediation: "conditional", signal }));
  } catch {
    // Nobody chose, or the button is pressed now: that asks by itself, and says what went wrong.
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const complaint = form.querySelector("[data-complaint]");
  const offering = new AbortController();
  if ("autofill" in form.dataset) offer(form, offering.signal);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    complaint.hidden = true;
    offering.abort();
    try {
      send(form, await answer(form));
    } catch {
      complaint.textContent = form.dataset.failed;
      complaint.hidden = false;
    }
  });
}
