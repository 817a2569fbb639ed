#pragma once

#include "trace/source_conflicts.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A dated event of the chronology, as the timeline shows it.
struct ChronologyEvent {
    std::string id;
    std::string edtf;       ///< the date as found in the file (ISO 8601-2)
    std::string earliest;   ///< first possible day `YYYY-MM-DD` (`-000043-01-01` outside 0000-9999), `open` or `unknown`
    std::string latest;     ///< last possible day, likewise
    std::string date_kind;  ///< point, span (the event lasts), uncertain (one unknown day inside the bounds)
    std::string title, description;
    std::vector<std::string> actors;  ///< the first is the source, the others are targets or co-signatories
    std::vector<std::string> tags;
    std::string quad;  ///< VCOOP, MCOOP, VCONF, MCONF or empty
    std::string source, url, confidence;
};

/// A claim that one event brought another about.
struct ChronologyLink {
    std::string from, to;
    std::string type;       ///< causes, enables
    std::string basis;      ///< literature (a source states it), proposed (the compiler's reading)
    std::string stated_in;  ///< the source; empty for proposed links
};

}  // namespace tarazy
