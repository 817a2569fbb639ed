/** The pages of `tarazy serve`: which one is shown stands in the address behind "#". */
import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { language, languages, say, speak } from "./words.ts";
import { useSignal } from "./signal.ts";
import { Refused, takeKey } from "./api.ts";
import { linkTo, placeOf, studyPages, type Place } from "./places.ts";
import { StartPage } from "./start/start_page.tsx";
import { NewStudyPage } from "./start/new_study_page.tsx";
import { StudyPage } from "./study/study_page.tsx";
import { ReportPage } from "./study/report_page.tsx";
import { FilePage } from "./study/file_page.tsx";
import { CasesPage } from "./cases/cases_page.tsx";
import { CodingPage } from "./coding/coding_page.tsx";
import { EvidencePage } from "./evidence/evidence_page.tsx";
import { TablesPage } from "./tables/tables_page.tsx";

function useAddress(): Place {
  const [place, setPlace] = useState(placeOf(location.hash));
  useEffect(() => {
    const read = (): void => setPlace(placeOf(location.hash));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return place;
}

function LanguageSwitch() {
  const chosen = useSignal(language);
  return (
    <div class="languages" role="group" aria-label={say("serve.language")}>
      {languages.map(({ code, name }) => (
        <button key={code} lang={code} type="button" aria-pressed={code === chosen} onClick={() => void speak(code)}>
          {name}
        </button>
      ))}
    </div>
  );
}

function StudyTabs({ place }: { place: Place }) {
  if (place.study === null) return null;
  return (
    <nav class="tabs" aria-label={say("serve.pages_of_study")}>
      {studyPages.map((page) => (
        <a key={page} href={linkTo(place.study, page)} aria-current={page === place.page ? "page" : undefined}>
          {say(`serve.page_${page}`)}
        </a>
      ))}
    </nav>
  );
}

function Page({ place }: { place: Place }) {
  if (place.study === null) return place.page === "new" ? <NewStudyPage /> : <StartPage />;
  switch (place.page) {
    case "report":
      return <ReportPage key={place.study} study={place.study} />;
    case "tables":
      return <TablesPage key={place.study} study={place.study} file={place.rest} />;
    case "coding":
      return <CodingPage key={place.study} study={place.study} rest={place.rest} />;
    case "cases":
      return <CasesPage key={place.study} study={place.study} />;
    case "evidence":
      return <EvidencePage key={place.study} study={place.study} />;
    case "file":
      return <FilePage key={place.study} study={place.study} line={Number(place.rest) || 0} />;
    default:
      return <StudyPage key={place.study} study={place.study} />;
  }
}

function App() {
  const place = useAddress();
  useSignal(language);
  useEffect(() => {
    document.title = place.study === null ? "Tarazy" : `${place.study === "." ? say("serve.study") : place.study} - Tarazy`;
  });
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), document.getElementById("main")?.focus())}>
        {say("serve.skip")}
      </a>
      <header class="bar">
        <a class="brand" href="#/">
          Tarazy
        </a>
        <StudyTabs place={place} />
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        <Page place={place} />
      </main>
    </>
  );
}

async function open(): Promise<void> {
  const app = document.getElementById("app")!;
  takeKey();
  try {
    await speak(language.value);
    render(<App />, app);
  } catch (error) {
    app.textContent = error instanceof Refused && error.status === 403 ? error.what : String(error);
  }
}

void open();
