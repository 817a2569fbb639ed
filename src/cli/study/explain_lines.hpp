#pragma once

#include "cli/study/explain_words.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// One line of an explanation, the same in table and csv.
struct ExplainLine {
    std::string field, text;
};

/// Everything behind a claim, line by line.
/// @param rows       of its inputs
/// @param most_rows  shown of each input
[[nodiscard]] std::vector<ExplainLine> explain_lines(const LedgerContent& content, const Claim& claim,
                                                     const std::vector<ExplainedRows>& rows, std::size_t most_rows,
                                                     const ExplainWords& words);

/// The lines for a terminal: their texts stand below one another.
[[nodiscard]] std::string explain_text(const std::vector<ExplainLine>& lines);

}  // namespace tarazy
