#pragma once

#include "report/report_context.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tarazy {

/// The most words of a source that an annotation quotes.
inline constexpr std::size_t most_quoted_words = 150;

/// For transparent inquiry: what the study claims and what it rests on, row by row. First each proposition with its
/// verdict, then each number that a declared test reads, a row for each source behind it; then the places in the
/// sources that the methods name (events, clues, lines of documents).
///
/// Columns id, kind ("verdict", "number", "passage"), analysis, claim, statement, statement_kk, statement_ru, excerpt,
/// excerpt_language, note, source, citation, link, licence. The excerpt has `most_quoted_words` at most, and is left
/// out where the licence of the source forbids to pass it on.
[[nodiscard]] Table annotation_table(const ReportContext& context);

/// The first words of a text, and " ..." where there are more.
[[nodiscard]] std::string first_words(std::string_view text, std::size_t most);

}  // namespace tarazy
