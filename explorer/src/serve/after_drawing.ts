/** What is done once the change that was just asked for is drawn: before the next key or click comes, so that none goes astray. */
import { useLayoutEffect, useState } from "preact/hooks";

export function useAfterDrawing(): (run: () => void) => void {
  const [asked, ask] = useState<{ run: () => void } | null>(null);
  useLayoutEffect(() => asked?.run(), [asked]);
  return (run) => ask({ run });
}
