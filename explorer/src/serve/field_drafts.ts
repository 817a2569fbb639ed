/** What is typed into fields and not saved: the server keeps it as it is typed, so that closing anything loses nothing. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { get, post } from "./api.ts";

export interface FieldDraft {
  field: string;
  text: string;
  /** What stood in the field when the typing began. */
  seen: string;
}

export interface FieldDrafts {
  /** Null: not asked yet. */
  of: ((field: string) => FieldDraft | undefined) | null;
  /** Kept at once; while one is on its way the newest waits. @param text null: saved, or given up */
  keep(field: string, text: string | null, seen: string): void;
}

interface Sending {
  busy: boolean;
  waiting: { text: string | null; seen: string } | null;
}

export function useFieldDrafts(study: string, who: string, page: string, fail: (error: unknown) => void): FieldDrafts {
  const [known, setKnown] = useState<{ who: string; drafts: Map<string, FieldDraft> } | null>(null);
  const sending = useRef(new Map<string, Sending>());
  useEffect(() => {
    let wanted = true;
    get<{ drafts: FieldDraft[] }>("/api/drafts", { study, who, page }).then(
      ({ drafts }) => wanted && setKnown({ who, drafts: new Map(drafts.map((one) => [one.field, one])) }),
      (error: unknown) => wanted && (setKnown({ who, drafts: new Map() }), fail(error)),
    );
    return () => {
      wanted = false;
    };
  }, [study, who, page]);
  const keep = useCallback(
    (field: string, text: string | null, seen: string): void => {
      const name = `${who}\n${field}`;
      const now = sending.current.get(name) ?? { busy: false, waiting: null };
      sending.current.set(name, now);
      now.waiting = { text, seen };
      const drafts = known?.who === who ? known.drafts : undefined;
      if (text === null) drafts?.delete(field);
      else drafts?.set(field, { field, text, seen });
      const send = async (): Promise<void> => {
        if (now.busy) return;
        now.busy = true;
        try {
          for (let next = now.waiting; next !== null; next = now.waiting) {
            now.waiting = null;
            await post("/api/drafts", { who, page, field, ...next }, { study });
          }
        } catch (error) {
          fail(error);
        }
        now.busy = false;
      };
      void send();
    },
    [study, who, page, known],
  );
  return { of: known !== null && known.who === who ? (field) => known.drafts.get(field) : null, keep };
}
