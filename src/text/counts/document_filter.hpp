#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Which documents are meant: terms on columns of metadata, all of which must hold.
//
//     iso3=KAZ & year>=2010          iso3=UZB|KGZ|TJK & year!=2020          title="A & B"

enum class FilterOperator { equal, unequal, above, at_least, below, at_most };

struct FilterTerm {
    std::string column;
    FilterOperator comparison = FilterOperator::equal;
    std::vector<std::string> values;  ///< `=`: any of them; `!=`: none of them; else exactly one, a number
};

struct DocumentFilter {
    std::string text;  ///< as written, for messages
    std::vector<FilterTerm> terms;
};

/// Reads such an expression. Values with `&`, `|` or blanks at an end stand in double quotes.
/// @param name  of the option, for messages
/// @throws UsageError: a term without operator, column or value; `<` of something that is no number
[[nodiscard]] DocumentFilter parse_document_filter(std::string_view text, std::string_view name);

/// The documents that meet all terms, in their order. Numbers are compared by value, other cells byte by byte; a
/// missing cell meets no term. O(rows x terms)
/// @throws InputError: no such column (the nearest is named); `<` on cells that are no numbers, each with its place
[[nodiscard]] std::vector<std::size_t> matching_documents(const DocumentFilter& filter, const Table& metadata);

}  // namespace tarazy
