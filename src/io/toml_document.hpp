#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Line and column (in characters) of something in a text; 0 when not known.
struct TextPlace {
    std::size_t line = 0;
    std::size_t column = 0;
};

enum class TomlKind { text, integer, real, boolean, date, list, table };
[[nodiscard]] std::string_view to_string(TomlKind kind) noexcept;

struct TomlEntry;

/// One value of a TOML document that remembers where it stands, so that whoever gives it a meaning can point at it.
struct TomlValue {
    TomlKind kind = TomlKind::table;
    TextPlace place;
    TextPlace end;     ///< the first character behind it; of a table under a header, behind the header
    std::string text;  ///< of texts; of dates as written in RFC 3339
    std::int64_t integer = 0;
    double real = 0;  ///< of reals, and of integers too
    bool boolean = false;
    std::vector<TomlValue> items;    ///< of lists
    std::vector<TomlEntry> entries;  ///< of tables, in the order of the file

    /// The entry of a table, or nothing.
    [[nodiscard]] const TomlEntry* find(std::string_view key) const noexcept;
};

struct TomlEntry {
    std::string key;
    TextPlace place;  ///< of the key
    TomlValue value;
};

/// Reads TOML 1.0 (toml++). O(length log keys).
/// @param path  named in messages only
/// @throws InputError with the first place that is no TOML: after a syntax error the rest has no certain meaning
[[nodiscard]] TomlValue parse_toml(std::string_view text, const std::string& path);

}  // namespace tarazy
