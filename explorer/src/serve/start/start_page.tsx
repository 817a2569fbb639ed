/** The studies of the folder. */
import { useFetched } from "../fetched.ts";
import { Fault } from "../message.tsx";
import { linkTo } from "../places.ts";
import { useSignal } from "../signal.ts";
import { language, local, say, short, type LocalText } from "../words.ts";
import { nameOf } from "./states.ts";
import { useStates } from "./states_field.tsx";

interface StudyCard {
  path: string;
  title: LocalText;
  focus: string;
  changed: number;
  report: boolean;
}

export function StartPage() {
  const spoken = useSignal(language);
  const list = useStates();
  const { value, error } = useFetched<{ folder: string; version: string; studies: StudyCard[] }>("/api/start");
  // Browsers without the Kazakh names of months write "M11".
  const day = new Intl.DateTimeFormat(spoken === "kk" ? "ru" : spoken, spoken === "kk" ? { day: "2-digit", month: "2-digit", year: "numeric" } : { dateStyle: "medium" });
  return (
    <div class="narrow">
      <h1>{say("serve.start_title")}</h1>
      <p>{say("serve.start_lead")}</p>
      <p>
        <a class="button main" href="#/new">
          {say("serve.new_study")}
        </a>
      </p>
      <Fault error={error} />
      {value !== null && (
        <>
          <h2>{say("serve.studies_here")}</h2>
          {value.studies.length === 0 && <p>{say("serve.no_studies")}</p>}
          <ul class="studies">
            {value.studies.map((study) => {
              const path = study.path === "" ? "." : study.path;
              return (
                <li key={path}>
                  <h3>
                    <a href={linkTo(path)}>{short(local(study.title)) || path}</a>
                  </h3>
                  <p class="quiet">
                    {study.focus !== "" && `${nameOf(list, study.focus, spoken)}. `}
                    {say("serve.changed_on", { day: day.format(study.changed * 1000) })} <code>{path}</code>
                  </p>
                  {study.report && (
                    <p>
                      <a href={linkTo(path, "report")}>{say("serve.open_report")}</a>
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
          <p class="quiet">
            {say("serve.folder_served")} <code>{value.folder}</code>. Tarazy {value.version}
          </p>
        </>
      )}
    </div>
  );
}
