#pragma once

#include "base/error.hpp"
#include "table/table.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

struct ChronologyEvent;

/// Two sources that contradict one another about an event; both are kept.
struct SourceConflict {
    std::string event;      ///< id of the event
    std::string attribute;  ///< what they disagree on: "date", "place of signature", ...
    std::string value_a, source_a, value_b, source_b;
};

/// Reads conflicts: `event,attribute,value_a,source_a,value_b,source_b`. Adds a problem for every cell that is lacking,
/// for every event that is not in `ids`, and for two values that are the same. @throws InputError when a column is
/// lacking
[[nodiscard]] std::vector<SourceConflict> read_conflicts(const Table& table, std::span<const std::string> ids,
                                                         Diagnostics& diagnostics);

/// `event,title,conflicts,attributes`: the events about which sources disagree, in the order of the chronology; the
/// attributes are those of all conflicts, each once, in the order of the file, parted by `;`.
[[nodiscard]] Table conflicts_by_event(std::span<const ChronologyEvent> events,
                                       std::span<const SourceConflict> conflicts);

}  // namespace tarazy
