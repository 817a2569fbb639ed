/** A text that readers see in their language. */
import { language, languages, say, type LocalText } from "../words.ts";

/** One text in three languages: that of the page first, the others below. */
export function ThreeTexts({ label, hint, text, change }: { label: string; hint?: string; text: LocalText; change: (text: LocalText) => void }) {
  const box = (code: "en" | "kk" | "ru", words: string) => (
    <label class="field" key={code} lang={code}>
      <span lang={language.value}>{words}</span>
      <textarea rows={2} lang={code} value={text[code]} onInput={(event) => change({ ...text, [code]: event.currentTarget.value })} />
    </label>
  );
  return (
    <>
      {box(language.value, label)}
      {hint !== undefined && <small class="quiet">{hint}</small>}
      <details class="other-languages">
        <summary>{say("serve.other_languages")}</summary>
        {languages.filter(({ code }) => code !== language.value).map(({ code, name }) => box(code, `${label} (${name})`))}
      </details>
    </>
  );
}
