/** The script of the report. The page is complete without it; it draws, filters, searches and downloads. */
import { ClaimSearch } from "./claims.ts";
import { speak } from "./controls.ts";
import { languages, type FigureData, type Language } from "./figure_data.ts";
import { FigurePlace } from "./figure_page.ts";
import { Messages } from "./messages.ts";
import { TimelinePage } from "./timeline_page.ts";

function chosenLanguage(): Language {
  const checked = document.querySelector<HTMLInputElement>('input[name="language"]:checked');
  return languages.find((language) => language === checked?.value) ?? "en";
}

/** A link may lead into a closed part of the page: open it, so that the reader sees where he has come. */
function openTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id === "" ? null : document.getElementById(id);
  if (!target) return;
  for (let part = target.closest("details"); part; part = part.parentElement?.closest("details") ?? null) part.open = true;
  if (target.hidden) target.hidden = false;
  target.querySelector("details")?.setAttribute("open", "");
  target.scrollIntoView({ block: "center" });
}

function start(): void {
  const source = document.getElementById("figure-data");
  if (!source?.textContent) return;
  const data = JSON.parse(source.textContent) as FigureData;
  let messages = new Messages(data, chosenLanguage());
  document.documentElement.classList.add("scripts");
  const places: FigurePlace[] = [];
  const listeners: { speak(messages: Messages): void }[] = [];
  for (const figure of data.figures) {
    const element = document.getElementById(`figure-${figure.id}`);
    if (!element || figure.rows.length === 0) continue;
    const place = new FigurePlace(element, figure, data, messages);
    places.push(place);
    if (figure.kind === "timeline") listeners.push(new TimelinePage(place, data, messages));
  }
  const claims = document.getElementById("claims");
  if (claims) listeners.push(new ClaimSearch(claims, messages));
  const speakAll = (): void => {
    messages = new Messages(data, chosenLanguage());
    document.documentElement.lang = messages.language;
    document.title = messages.of(data.study.title);
    speak(document, messages);
    for (const place of places) place.speak(messages);
    for (const listener of listeners) listener.speak(messages);
  };
  for (const input of Array.from(document.querySelectorAll('input[name="language"]'))) input.addEventListener("change", speakAll);
  speakAll();
  addEventListener("hashchange", openTarget);
  openTarget();
}

start();
