/** What the local server is asked, and how it refuses. */

/** The server said no: what it says, and what goes along (of 409: what is there now). */
export class Refused extends Error {
  constructor(readonly status: number, readonly what: string, readonly detail: unknown) {
    super(what);
  }
}

/** Names this tab in the log of changes, and tells the server that a page of its own asks. */
export const tab = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const keptKey = "tarazy-key";
let key = "";

/**
 * The key that every question carries. The opening address hands it over behind "#"; it is kept where only pages of this
 * address and port can read it, so that other tabs have it, too.
 */
export function takeKey(): void {
  const given = /^#key=([0-9a-f]{32})&?(.*)$/s.exec(location.hash);
  try {
    if (given !== null) localStorage.setItem(keptKey, given[1]!);
    key = given?.[1] ?? localStorage.getItem(keptKey) ?? "";
  } catch {
    key = given?.[1] ?? ""; // nothing may be kept: this tab only
  }
  if (given !== null) history.replaceState(null, "", `/#${given[2]!}`);
}

/** What every question of a page says of itself. */
export function ownHeaders(): Record<string, string> {
  return { "X-Tarazy-Tab": tab, "X-Tarazy-Key": key };
}

export type Query = Record<string, string | number | undefined>;

export function address(path: string, query: Query = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) words.set(name, String(value));
  const text = words.toString();
  return text === "" ? path : `${path}?${text}`;
}

async function answered<T>(request: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await request;
  } catch {
    throw new Refused(0, "", null);
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const said = (body ?? {}) as { what?: string; detail?: unknown };
  throw new Refused(response.status, said.what ?? response.statusText, said.detail ?? null);
}

export function get<T>(path: string, query: Query = {}): Promise<T> {
  return answered<T>(fetch(address(path, query), { headers: ownHeaders() }));
}

export function post<T>(path: string, body: unknown, query: Query = {}): Promise<T> {
  return answered<T>(
    fetch(address(path, query), { method: "POST", headers: { ...ownHeaders(), "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  );
}

/** Sends a file as it is, piece by piece, into a folder of the study. */
export function upload(folder: string, file: File, replace = false): Promise<{ path: string; bytes: number }> {
  return answered(
    fetch(address("/api/upload", { folder, name: file.name, replace: replace ? 1 : undefined }), {
      method: "POST",
      headers: { ...ownHeaders(), "Content-Type": "application/octet-stream" },
      body: file,
    }),
  );
}
