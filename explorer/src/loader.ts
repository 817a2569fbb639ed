/** Unpacks the report's script. Where it cannot, the page is as it is without scripts. */
import { unpacked } from "./page/packs.ts";

async function start(): Promise<void> {
  // First the page is laid out and can be read.
  await new Promise((resolve) => addEventListener("load", () => setTimeout(resolve), { once: true }));
  const code = await unpacked("script");
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
}

// The class was set at the head of the page (src/report/render.cpp), before anything was laid out.
const { classList } = document.documentElement;
if (classList.contains("scripts")) start().catch(() => classList.remove("scripts"));
