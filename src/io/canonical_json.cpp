#include "io/canonical_json.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdio>

namespace tarazy {
namespace {

void write_canonical_text(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (byte < 0x20) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(byte));
            out += code.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

void write_canonical(const TomlValue& value, std::string& out) {
    switch (value.kind) {
        case TomlKind::text:
        case TomlKind::date: write_canonical_text(value.text, out); return;
        case TomlKind::integer: out += std::to_string(value.integer); return;
        case TomlKind::real:
            assert(std::isfinite(value.real));
            out += number_text(value.real);
            return;
        case TomlKind::boolean: out += value.boolean ? "true" : "false"; return;
        case TomlKind::list:
            out += '[';
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                if (i > 0) out += ',';
                write_canonical(value.items[i], out);
            }
            out += ']';
            return;
        case TomlKind::table: {
            std::vector<const TomlEntry*> entries;
            for (const TomlEntry& entry : value.entries) entries.push_back(&entry);
            std::ranges::sort(entries, {}, [](const TomlEntry* entry) { return std::string_view(entry->key); });
            out += '{';
            for (std::size_t i = 0; i < entries.size(); ++i) {
                if (i > 0) out += ',';
                write_canonical_text(entries[i]->key, out);
                out += ':';
                write_canonical(entries[i]->value, out);
            }
            out += '}';
            return;
        }
    }
}

TomlValue of_kind(TomlKind kind) {
    TomlValue value;
    value.kind = kind;
    return value;
}

}  // namespace

std::string canonical_json(const TomlValue& value) {
    std::string out;
    write_canonical(value, out);
    return out;
}

TomlValue json_text(std::string_view text) {
    TomlValue value = of_kind(TomlKind::text);
    value.text = text;
    return value;
}

TomlValue json_integer(std::int64_t number) {
    TomlValue value = of_kind(TomlKind::integer);
    value.integer = number;
    value.real = static_cast<double>(number);
    return value;
}

TomlValue json_real(double number) {
    TomlValue value = of_kind(TomlKind::real);
    value.real = number;
    return value;
}

TomlValue json_flag(bool flag) {
    TomlValue value = of_kind(TomlKind::boolean);
    value.boolean = flag;
    return value;
}

TomlValue json_list(std::vector<TomlValue> items) {
    TomlValue value = of_kind(TomlKind::list);
    value.items = std::move(items);
    return value;
}

TomlValue json_table(std::vector<std::pair<std::string, TomlValue>> entries) {
    TomlValue value = of_kind(TomlKind::table);
    for (auto& [key, entry] : entries) value.entries.push_back({std::move(key), {}, std::move(entry)});
    return value;
}

}  // namespace tarazy
