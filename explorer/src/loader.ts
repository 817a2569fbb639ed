/** The only script that stands in the report as it is: unpacks the others. Where it cannot, the page stays as it is without scripts. */
import { canUnpack, unpacked } from "./page/packs.ts";

async function start(): Promise<void> {
  const code = await unpacked("script");
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
}

if (canUnpack()) void start();
