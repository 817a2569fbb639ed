/** The script of the report. The page is complete without it; it draws, filters, searches and downloads. */
import { figureDataOf, languages, type FigureData, type FigureOf, type Kind, type Language } from "./figure/figure_data.ts";
import { kindOf, type Speaker } from "./figure/figure_kind.ts";
import { Messages } from "./figure/messages.ts";
import * as kinds from "./kinds.ts";
import { ClaimSearch } from "./page/claim_search.ts";
import { speak } from "./page/controls.ts";
import { FigurePlace } from "./page/figure_place.ts";
import { Folds } from "./page/folds.ts";
import { speakNumbers } from "./page/numbers.ts";
import { unpacked } from "./page/packs.ts";
import { tellRows } from "./page/result_rows.ts";

function chosenLanguage(): Language {
  const checked = document.querySelector<HTMLInputElement>('input[name="language"]:checked');
  return languages.find((language) => language === checked?.value) ?? "en";
}

/** A link may lead into a part of the page that is closed or lies packed: open it, so that the reader sees where he has come. */
async function openTarget(folds: Folds): Promise<void> {
  const id = decodeURIComponent(location.hash.slice(1));
  const lay = document.getElementById(id) === null;
  const target = await folds.element(id);
  if (!target || decodeURIComponent(location.hash.slice(1)) !== id) return;
  for (let part = target.closest("details"); part; part = part.parentElement?.closest("details") ?? null) part.open = true;
  if (target.hidden) target.hidden = false;
  target.querySelector("details")?.setAttribute("open", "");
  if (lay) location.replace(location.href); // the browser looked for it in vain: now it marks it as the target
  target.scrollIntoView({ block: "center" });
}

/** The figure in its place in the page, and what stands around it. */
function placed<K extends Kind>(element: HTMLElement, figure: FigureOf<K>, data: FigureData, messages: Messages): Speaker[] {
  const kind = kindOf(kinds, figure);
  const place = new FigurePlace(element, figure, kind, data, messages);
  return kind.page ? [place, kind.page(place, data, messages)] : [place];
}

async function start(): Promise<void> {
  const data = figureDataOf(await unpacked("figures"));
  let messages = new Messages(data, chosenLanguage());
  const folds = new Folds();
  const speakers: Speaker[] = [];
  for (const figure of data.figures) {
    const element = document.getElementById(`figure-${figure.id}`);
    if (element && figure.rows.length > 0) speakers.push(...placed(element, figure, data, messages));
  }
  tellRows();
  const claims = document.getElementById("claims");
  if (claims) speakers.push(new ClaimSearch(claims, folds, messages));
  const speakAll = (): void => {
    messages = new Messages(data, chosenLanguage());
    document.documentElement.lang = messages.language;
    document.title = messages.of(data.study.title);
    speak(document, messages);
    speakNumbers(document, messages.language);
    for (const speaker of speakers) speaker.speak(messages);
  };
  for (const input of Array.from(document.querySelectorAll('input[name="language"]'))) input.addEventListener("change", speakAll);
  speakAll();
  addEventListener("hashchange", () => void openTarget(folds));
  await openTarget(folds);
}

void start();
