#pragma once

#include "table/table.hpp"
#include "trace/chronology/chronology.hpp"

#include <span>

namespace tarazy {

/// `year,tag,events`: events by the year in which they can first have begun (by the last year where the beginning is
/// open or unknown) and by tag. An event with two tags counts in two rows; rows without a tag count every event of the
/// year once. Sorted by year and tag. Years without events have no row.
[[nodiscard]] Table events_by_year(std::span<const ChronologyEvent> events);

/// `type,basis,links`, sorted.
[[nodiscard]] Table links_by_basis(std::span<const ChronologyLink> links);

/// One row an event:
/// `id,edtf,earliest,latest,date_kind,title,description,actors,tags,quad,source,url,confidence,links_from,links_to,
/// conflicts`; lists parted by `;`.
[[nodiscard]] Table chronology_table(const Chronology& chronology);

/// `from,to,type,basis,stated_in`: every link, in the order of the file.
[[nodiscard]] Table link_table(std::span<const ChronologyLink> links);

/// `event,attribute,value_a,source_a,value_b,source_b`: every conflict, in the order of the file.
[[nodiscard]] Table conflict_table(std::span<const SourceConflict> conflicts);

}  // namespace tarazy
