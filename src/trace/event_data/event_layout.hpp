#pragma once

#include "trace/event_data/cameo_codes.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// Files of event data sets, as they are published; docs/trace-events.md names the sources of the lists of columns.
enum class EventLayout { icews, gdelt1, gdelt2, plover, acled };

/// Who acts: the states that actors belong to, or the actors themselves. ACLED has actors only.
enum class ActorLevel { country, actor };

/// What the cell that says what happened holds.
enum class EventVocabulary {
    cameo,        ///< a CAMEO code
    cameo_names,  ///< the name of a CAMEO code in words (ICEWS files without the column of codes)
    plover,       ///< a PLOVER 2021 type
    acled,        ///< an ACLED event type; the cell beside it holds its sub-event type
};

/// Where in a row the parts of an event stand, counted from 0.
struct EventColumns {
    char delimiter = '\t';
    bool quoted = false;  ///< fields may stand in quotes and then hold delimiters and line ends (RFC 4180)
    bool named = false;   ///< the file has a line of names; quotes and blanks around a field do not count then
    std::size_t fields = 0;
    std::size_t date = 0, source = 0, target = 0, what = 0;
    std::optional<std::size_t> detail, goldstein;
    EventVocabulary vocabulary = EventVocabulary::cameo;
};

/// Does a file of this layout begin with a line of names? Files of GDELT do not, unless they were exported with one.
[[nodiscard]] bool has_header(EventLayout layout, std::string_view first_line);

/// Columns by the names in the header line. Names are compared without regard to letter case, and blanks, dots and
/// underscores are the same; the delimiter is the most frequent of tab, comma and semicolon.
/// @throws InputError naming each column that is lacking
[[nodiscard]] EventColumns named_event_columns(EventLayout layout, ActorLevel level, std::string_view header,
                                               const std::string& path);

/// Columns of GDELT files, which have no names: 58 (57 before URLs were kept) in version 1, 61 in version 2.
/// @pre layout is gdelt1 or gdelt2 @throws InputError when the first row has another number of fields
[[nodiscard]] EventColumns gdelt_columns(EventLayout layout, ActorLevel level, std::string_view first_row,
                                         const std::string& path);

/// What happened, as far as it matters for sums.
struct EventKind {
    std::string text;  ///< code, type or types; two events with the same text and value are of one kind
    std::optional<std::int64_t> goldstein;  ///< in `goldstein_unit`
    std::optional<Quad> quad;
    bool goldstein_from_table = false;
    std::string fault;  ///< why it cannot be counted; empty when it can
    bool fault_in_goldstein = false;
};

/// Reads the cells that say what happened. An empty Goldstein cell is filled from the table of CAMEO codes. PLOVER's
/// intensity stands in for the Goldstein value; ACLED has neither. Of ACLED's types, battles, explosions, violence
/// against civilians, riots and protests are material conflict, the sub-event "Agreement" is verbal cooperation; the
/// rest has no class. This mapping is ours.
[[nodiscard]] EventKind event_kind(EventVocabulary vocabulary, QuadRule rule, std::string_view what,
                                   std::string_view detail, std::string_view goldstein);

/// A number in millionths: at most six decimals are kept, a seventh rounds. Nothing for what is no finite decimal
/// number from -1000 to 1000.
[[nodiscard]] std::optional<std::int64_t> millionths(std::string_view text);

}  // namespace tarazy
