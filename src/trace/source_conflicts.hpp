#pragma once

#include <string>

namespace tarazy {

/// Two sources that contradict one another about an event; both are kept.
struct SourceConflict {
    std::string event;      ///< id of the event
    std::string attribute;  ///< what they disagree on: "date", "place of signature", ...
    std::string value_a, source_a, value_b, source_b;
};

}  // namespace tarazy
