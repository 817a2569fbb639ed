#include "io/toml_document.hpp"

#include "base/error.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace tarazy {
namespace {

TextPlace place_of(const toml::source_region& region) {
    return {region.begin.line, region.begin.column};
}

/// Deepest nesting a document may have. toml++ has a limit of its own for brackets, but none for dotted keys.
constexpr int deepest_nesting = 100;

/// Where a string of TOML that begins here ends, or the end of the text; `text` begins with its quotation marks.
std::size_t end_of_string(std::string_view text) {
    const char quote = text.front();
    const std::string three(3, quote);
    const bool block = text.starts_with(three);
    for (std::size_t i = block ? 3 : 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (block ? text.substr(i).starts_with(three) : text[i] == quote || text[i] == '\n') {
            return std::min(text.size(), i + (block ? 3 : 1));
        }
    }
    return text.size();
}

/// Dotted keys of too many parts, found before toml++ builds a table for each: it does so by recursion.
/// Dots in strings and comments are no matter.
void require_flat_keys(std::string_view text, const std::string& path) {
    std::size_t line = 1, start = 0;  // of the line
    int dots = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        std::size_t next = i + 1;
        if (c == '"' || c == '\'') next = i + end_of_string(text.substr(i));
        if (c == '#') next = std::min(text.find('\n', i), text.size());
        if (c == '.' && ++dots > deepest_nesting) {
            throw InputError(Problem{path, line, i - start + 1,
                                     "tables are nested more than " + std::to_string(deepest_nesting) + " deep",
                                     "write it flatter"});
        }
        if (c == '=' || c == ',' || c == '\n') dots = 0;
        for (; i < next; ++i) {
            if (text[i] != '\n') continue;
            ++line;
            start = i + 1;
        }
    }
}

TomlValue value_of(const toml::node& node, const std::string& path, int depth);

void fill_table(TomlValue& value, const toml::table& table, const std::string& path, int depth) {
    for (const auto& [key, node] : table) {
        value.entries.push_back({std::string(key.str()), place_of(key.source()), value_of(node, path, depth + 1)});
    }
    // toml++ sorts by key; the order of the file is what its author expects in messages and outputs.
    std::ranges::stable_sort(value.entries, [](const TomlEntry& a, const TomlEntry& b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
}

template <class Date>
std::string date_text(const Date& date) {
    std::ostringstream text;
    text << date;
    return text.str();
}

TomlValue value_of(const toml::node& node, const std::string& path, int depth) {
    TomlValue value;
    value.place = place_of(node.source());
    value.end = {node.source().end.line, node.source().end.column};
    if (depth > deepest_nesting) {
        throw InputError(Problem{path, value.place.line, value.place.column,
                                 "tables are nested more than " + std::to_string(deepest_nesting) + " deep",
                                 "write it flatter"});
    }
    node.visit([&](const auto& content) {
        if constexpr (toml::is_table<decltype(content)>) {
            fill_table(value, content, path, depth);
        } else if constexpr (toml::is_array<decltype(content)>) {
            value.kind = TomlKind::list;
            for (const toml::node& item : content) value.items.push_back(value_of(item, path, depth + 1));
        } else if constexpr (toml::is_string<decltype(content)>) {
            value.kind = TomlKind::text;
            value.text = content.get();
        } else if constexpr (toml::is_integer<decltype(content)>) {
            value.kind = TomlKind::integer;
            value.integer = content.get();
            value.real = static_cast<double>(value.integer);
        } else if constexpr (toml::is_floating_point<decltype(content)>) {
            value.kind = TomlKind::real;
            value.real = content.get();
        } else if constexpr (toml::is_boolean<decltype(content)>) {
            value.kind = TomlKind::boolean;
            value.boolean = content.get();
        } else {
            value.kind = TomlKind::date;
            value.text = date_text(content.get());
        }
    });
    return value;
}

}  // namespace

std::string_view to_string(TomlKind kind) noexcept {
    switch (kind) {
        case TomlKind::text: return "a text";
        case TomlKind::integer: return "a whole number";
        case TomlKind::real: return "a number";
        case TomlKind::boolean: return "true or false";
        case TomlKind::date: return "a date";
        case TomlKind::list: return "a list";
        case TomlKind::table: return "a table";
    }
    return "a value";
}

const TomlEntry* TomlValue::find(std::string_view key) const noexcept {
    const auto found = std::ranges::find(entries, key, &TomlEntry::key);
    return found == entries.end() ? nullptr : &*found;
}

TomlValue parse_toml(std::string_view text, const std::string& path) {
    require_flat_keys(text, path);
    try {
        const toml::table table = toml::parse(text);
        return value_of(table, path, 0);
    } catch (const toml::parse_error& error) {
        const TextPlace place = place_of(error.source());
        throw InputError(Problem{path, place.line, place.column,
                                 "is not valid TOML: " + std::string(error.description()),
                                 "mend this line first; what follows is read afterwards"});
    }
}

}  // namespace tarazy
