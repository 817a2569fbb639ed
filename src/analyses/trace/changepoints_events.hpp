#pragma once

#include "study/method.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A documented event among the years of a study, with what is not known of its date.
struct CodedEvent {
    std::string id, title, edtf;
    int first = 0, last = 0;      ///< years in which it can have begun
    std::vector<double> in_year;  ///< P(it began in the year), of each year from `EventYears::first` on
    bool documented = true;       ///< one that changes are matched with: it has one of the tags
    bool decision = false;        ///< one of those asked about in the other direction
};

struct EventYears {
    int first = 0;
    std::vector<CodedEvent> events;  ///< with a possible year among those, in the order of years and ids
    std::vector<std::string> notes;
};

/// Events of a chronology by year. An event lies in a year with the share of its possible days that fall in it; one
/// that lasts lies where it begins; one whose beginning is open is left out with a note.
/// @param tags       only events with one of these, parted by semicolons; empty: all
/// @param decisions  ids or tags, parted by semicolons; such events are kept whatever their tags, if not as
/// `documented`
/// @throws InputError  as `read_chronology`, and when an event or tag that is named does not exist
[[nodiscard]] EventYears event_years(const Table& events, const std::string& tags, const std::string& decisions,
                                     Span years);

}  // namespace tarazy
