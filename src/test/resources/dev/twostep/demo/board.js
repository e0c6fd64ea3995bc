// Fetches the changing part every two seconds; without scripts the page reloads itself instead.
const live = document.getElementById("live");
let shown = live.innerHTML;

async function refresh() {
  try {
    const answer = await fetch("/live", { cache: "no-store" });
    const now = await answer.text();
    if (answer.ok && now !== shown) {
      shown = now;
      live.innerHTML = now;
    }
  } catch {
    // The demo was stopped; the last messages stay readable.
  }
}

setInterval(refresh, 2000);
