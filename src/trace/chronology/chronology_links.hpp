#pragma once

#include "base/edtf.hpp"
#include "base/error.hpp"
#include "table/table.hpp"
#include "trace/chronology/chronology.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Dates of the events whose date could be read, by id.
using EventDates = std::map<std::string, EdtfDate>;

/// Reads links (see `read_chronology`). @param ids  ids of all events, in order
[[nodiscard]] std::vector<ChronologyLink> read_links(const Table& table, std::span<const std::string> ids,
                                                     const EventDates& dates, Diagnostics& diagnostics,
                                                     std::vector<std::string>& warnings);

struct LinkCircle {
    std::vector<std::string> ids;  ///< first id repeated at the end
    std::size_t link = 0;          ///< index of the link that closes the circle
};

/// One circle for every link that leads back to an event on the way to it, found in depth first from the first link on;
/// empty when the links are acyclic. Links from an event to itself are left out. O(links log links).
[[nodiscard]] std::vector<LinkCircle> circles(std::span<const ChronologyLink> links);

}  // namespace tarazy
