// Only comfort: every page works without this file, and the server decides everything.
const POLL_FIRST_MS = 2000;
const POLL_SLOWEST_MS = 10000;
const POLL_FOR_MS = 120000;
const FOLLOW_FOR_MS = 660000;
const BUSY_AFTER_MS = 60000;

const secondsFormat = new Intl.NumberFormat(document.documentElement.lang || undefined, {
    style: "unit",
    unit: "second",
    unitDisplay: "long",
});

// A second click must not spend a second try, nor send a second message.
function sendOnce(form) {
    let sent = false;
    form.addEventListener("submit", (event) => {
        if (sent) event.preventDefault();
        sent = true;
    });
    // The page may come back from the browser's cache when the user goes back.
    window.addEventListener("pageshow", () => { sent = false; });
}

// Without the script, or where the browser does not let it, the text can be selected.
function offerCopy(button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
        const copied = document.getElementById("twostep-copied");
        await navigator.clipboard.writeText(document.getElementById(button.dataset.twostepCopy).textContent);
        copied.textContent = copied.dataset.text;
    });
}

function countDown(element) {
    const { twostepSeconds, text, done = "" } = element.dataset;
    const button = document.getElementById(element.dataset.button);
    const end = Date.now() + Number(twostepSeconds) * 1000;
    const tick = () => {
        const left = Math.ceil((end - Date.now()) / 1000);
        if (left > 0) {
            element.textContent = text.replace("{n}", secondsFormat.format(left));
            setTimeout(tick, 250);
        } else {
            // Read out the end, not every second.
            element.setAttribute("role", "status");
            element.textContent = done;
            element.hidden = !done;
            button.disabled = false;
        }
    };
    button.disabled = true;
    tick();
}

function labelCode(text) {
    const label = document.querySelector('label[for="code"]');
    (label?.querySelector(".pf-v5-c-form__label-text") ?? label)?.replaceChildren(text);
}

function show(region, state) {
    const template = document.querySelector(`template[data-twostep-state="${state}"]`);
    if (template && region.dataset.state !== state) {
        region.dataset.state = state;
        region.replaceChildren(template.content.cloneNode(true));
        if (template.dataset.label) labelCode(template.dataset.label);
    }
}

async function askState(url) {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, cache: "no-store" });
    return answer.ok ? (await answer.json()).state : "sending";
}

function followDelivery(region) {
    const start = Date.now();
    const waiting = (region.dataset.waiting ?? "").split(" ");
    let pause = POLL_FIRST_MS;
    const poll = async () => {
        const state = await askState(region.dataset.url).catch(() => region.dataset.state);
        const past = Date.now() - start;
        show(region, state === "sending" && past > BUSY_AFTER_MS ? "busy" : state);
        // A receipt takes seconds, or never comes: what was sent is asked about less and less often.
        if (state !== "sending") pause = Math.min(pause * 1.3, POLL_SLOWEST_MS);
        if (waiting.includes(state) && past < POLL_FOR_MS) setTimeout(poll, pause);
    };
    if (region.dataset.url && waiting.includes(region.dataset.state)) setTimeout(poll, pause);
}

// "+41 79 ..." or "0041 79 ..." says the country itself.
function followCallingCode(select, number) {
    number.addEventListener("input", () => {
        const digits = number.value.replace(/[^+\d]/g, "").replace(/^00/, "+");
        if (!digits.startsWith("+")) return;
        const matches = (option) => digits.startsWith(`+${option.dataset.callingCode}`);
        if (matches(select.selectedOptions[0])) return;
        const found = [...select.options].filter(matches);
        // Some codes, like +1, belong to many countries: the server tells them apart.
        if (found.length === 1) select.value = found[0].value;
    });
}

// Another screen does something: as soon as it has, the page is asked for anew.
function followState(region) {
    const { twostepFollow: url, state, photo } = region.dataset;
    const page = url.replace(/\/state$/, "");
    const start = Date.now();
    const poll = async () => {
        // A server that is busy or away says nothing about the state: it is asked again.
        const now = await askProgress(url).catch(() => undefined);
        if (now && now.state === "none") location.replace(`${page}?said=over`);
        else if (now && (now.state !== state || `${now.tries} ${now.flaw}` !== photo)) location.replace(page);
        else if (Date.now() - start < FOLLOW_FOR_MS) setTimeout(poll, POLL_FIRST_MS);
    };
    setTimeout(poll, POLL_FIRST_MS);
}

async function askProgress(url) {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, cache: "no-store" });
    return answer.ok ? answer.json() : undefined;
}

// A code that is over is followed by the next one.
function renew(region) {
    const seconds = Number(region.querySelector("[data-twostep-seconds]").dataset.twostepSeconds);
    setTimeout(() => location.replace(region.dataset.twostepRenew), (seconds + 0.5) * 1000);
}

// The server would break the connection instead of saying why.
function refuseBigFile(input) {
    input.addEventListener("change", () => {
        const big = input.files[0]?.size > Number(input.dataset.most);
        input.setCustomValidity(big ? input.dataset.tooBig : "");
        input.reportValidity();
    });
}

document.querySelectorAll("[data-twostep-copy]").forEach(offerCopy);
document.querySelectorAll("form[data-twostep-once]").forEach(sendOnce);
document.querySelectorAll("[data-twostep-seconds]").forEach(countDown);
document.querySelectorAll("[data-twostep-follow]").forEach(followState);
document.querySelectorAll("[data-twostep-renew]").forEach(renew);
document.querySelectorAll("input[type=file][data-most]").forEach(refuseBigFile);
document.querySelectorAll("#twostep-delivery").forEach(followDelivery);

const country = document.getElementById("country");
const number = document.getElementById("number");
if (country && number) followCallingCode(country, number);
