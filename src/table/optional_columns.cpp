#include "table/optional_columns.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace tarazy {
namespace {

/// Letters and digits only, in one case.
std::string bare_name(const std::string& name) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_isalnum(c) != 0) bare.append(c);
    }
    bare.foldCase();
    std::string result;
    bare.toUTF8String(result);
    return result;
}

/// One letter lacking, too many, changed or swapped with its neighbour.
bool one_slip(const std::string& a, const std::string& b) {
    if (std::min(a.size(), b.size()) < 5) return false;
    const std::string& longer = a.size() >= b.size() ? a : b;
    const std::string& shorter = a.size() >= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1) return false;
    std::size_t same = 0, end = 0;
    while (same < shorter.size() && longer[same] == shorter[same]) ++same;
    while (end < shorter.size() - same && longer[longer.size() - 1 - end] == shorter[shorter.size() - 1 - end]) ++end;
    const std::size_t left = shorter.size() - same - end;
    if (left <= (longer.size() == shorter.size() ? 1U : 0U)) return true;
    return left == 2 && longer.size() == shorter.size() && longer[same] == shorter[same + 1] &&
           longer[same + 1] == shorter[same];
}

}  // namespace

std::string meant_column(const Table& table, const OptionalColumn& column, std::span<const std::string> used) {
    if (table.find(column.name)) return {};
    const auto is_used = [&](const std::string& name) { return std::ranges::find(used, name) != used.end(); };
    const std::string wanted = bare_name(column.name);
    for (const std::string& name : table.names)
        if (!is_used(name) && bare_name(name) == wanted) return name;
    for (const std::string& synonym : column.synonyms) {
        for (const std::string& name : table.names)
            if (!is_used(name) && bare_name(name) == bare_name(synonym)) return name;
    }
    for (const std::string& name : table.names)
        if (!is_used(name) && one_slip(bare_name(name), wanted)) return name;
    return {};
}

void check_optional_columns(const Table& table, std::span<const OptionalColumn> columns,
                            std::span<const std::string> used) {
    Diagnostics diagnostics;
    for (const OptionalColumn& column : columns) {
        const std::string meant = meant_column(table, column, used);
        if (meant.empty()) continue;
        diagnostics.add({table.origin.path, 1, 0, "there is no column '" + column.name + "'",
                         "did you mean '" + meant + "'? --rename " + column.name + '=' + meant});
    }
    diagnostics.throw_if_any();
}

}  // namespace tarazy
