/** Which events of the timeline a reader wants to see. */
export interface EventFilter {
  tags: ReadonlySet<string>;
  text: string;
  confidence: string; // empty: any
  conflictsOnly: boolean;
}

export const everything: EventFilter = { tags: new Set(), text: "", confidence: "", conflictsOnly: false };

export interface FilteredEvent {
  tags: readonly string[];
  confidence: string;
  conflict: boolean;
  /** All that can be searched, in lower case. */
  searchable: string;
}

/** All chosen tags must be there; every word of the search must occur. */
export function matches(event: FilteredEvent, filter: EventFilter): boolean {
  if (filter.conflictsOnly && !event.conflict) return false;
  if (filter.confidence !== "" && event.confidence !== filter.confidence) return false;
  for (const tag of filter.tags) if (!event.tags.includes(tag)) return false;
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => event.searchable.includes(word));
}
