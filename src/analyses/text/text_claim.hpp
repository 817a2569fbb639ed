#pragma once

#include "study/method.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A number that an analysis of texts tells of the state's documents.
struct TextQuantity {
    const char *name, *column, *unit, *formula, *source;
    const char* no_interval;  ///< why it has none; empty: it has one
};

/// A claim of that number on a code or word in a period (each may be empty), without its inputs and interval.
[[nodiscard]] Claim text_claim(const AnalysisPlan& plan, const char* command, const TextQuantity& quantity,
                               const std::string& about, const std::string& period, std::optional<double> value);

}  // namespace tarazy
