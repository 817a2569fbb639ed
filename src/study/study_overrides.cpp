#include "study/study_overrides.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace tarazy {
namespace {

void collect_overrides(const std::string& before, const TomlEntry& entry, std::vector<StudyOverride>& overrides) {
    const std::string path = before + entry.key;
    if (entry.value.kind != TomlKind::table || entry.value.entries.empty()) {
        overrides.push_back({path, entry.place, entry.value});
        return;
    }
    for (const TomlEntry& inner : entry.value.entries) collect_overrides(path + '.', inner, overrides);
}

/// How the parts of a table, or of a list of tables, are called in a path, in their order; empty where a part has no
/// name.
std::vector<std::string> names_of_parts(const TomlValue& value) {
    std::vector<std::string> names;
    if (value.kind == TomlKind::table) {
        for (const TomlEntry& entry : value.entries) names.push_back(entry.key);
    } else if (value.kind == TomlKind::list) {
        for (const TomlValue& item : value.items) {
            const TomlEntry* id = item.find("id");
            const bool named = id != nullptr && id->value.kind == TomlKind::text;
            const std::string number = std::to_string(names.size() + 1);
            names.push_back(item.kind != TomlKind::table ? "" : named ? id->value.text : number);
        }
    }
    return names;
}

bool leads(std::string_view path, std::string_view name) {
    return !name.empty() && path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '.');
}

/// The part that a path begins with: the one with the longest name, since ids may hold points.
std::optional<std::size_t> part_led_to(const std::vector<std::string>& names, std::string_view path) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (leads(path, names[i]) && (!found || names[i].size() > names[*found].size())) found = i;
    }
    return found;
}

/// Where a path was lost, or the value it leads to.
struct PathEnd {
    const TomlValue* value = nullptr;
    std::string_view rest;  ///< of the path; empty where it leads somewhere
};

PathEnd follow(const TomlValue& root, std::string_view path) {
    PathEnd end{&root, path};
    while (!end.rest.empty()) {
        std::vector<std::string> names = names_of_parts(*end.value);
        if (end.value == &root) std::ranges::replace(names, std::string("choice"), std::string());
        const auto part = part_led_to(names, end.rest);
        if (!part) return end;
        end.value = end.value->kind == TomlKind::table ? &end.value->entries[*part].value : &end.value->items[*part];
        const std::size_t length = names[*part].size();
        end.rest.remove_prefix(std::min(end.rest.size(), length + 1));
    }
    return end;
}

}  // namespace

std::vector<StudyOverride> overrides_in(const TomlValue& set) {
    std::vector<StudyOverride> overrides;
    for (const TomlEntry& entry : set.entries) collect_overrides("", entry, overrides);
    return overrides;
}

const TomlValue* find_key(const TomlValue& root, std::string_view path) {
    const PathEnd end = follow(root, path);
    return !path.empty() && path.back() != '.' && end.rest.empty() ? end.value : nullptr;
}

TomlValue* find_key(TomlValue& root, std::string_view path) {
    return const_cast<TomlValue*>(find_key(std::as_const(root), path));
}

std::string key_hint(const TomlValue& root, std::string_view path) {
    const PathEnd end = follow(root, path);
    const std::string before(path.substr(0, path.size() - end.rest.size()));
    std::vector<std::string> candidates;
    for (const std::string& name : names_of_parts(*end.value)) {
        if (!name.empty() && !(end.value == &root && name == "choice")) candidates.push_back(before + name);
    }
    // A parameter is easily named without the table it stands in.
    const TomlEntry* parameters = end.value->find("parameters");
    if (parameters != nullptr && find_key(parameters->value, end.rest) != nullptr)
        return "did you mean '" + before + "parameters." + std::string(end.rest) + "'?";
    const std::string lost = before + std::string(end.rest.substr(0, end.rest.find('.')));
    const std::string hint = name_hint(lost, candidates);
    return candidates.empty() ? "'" + before.substr(0, before.empty() ? 0 : before.size() - 1) + "' holds no keys"
                              : hint;
}

void apply_overrides(TomlValue& root, const std::vector<StudyOverride>& overrides) {
    for (const StudyOverride& one : overrides) *find_key(root, one.path) = one.value;
}

bool paths_meet(std::string_view first, std::string_view second) noexcept {
    return leads(first, second) || leads(second, first);
}

bool same_value(const TomlValue& first, const TomlValue& second) {
    const auto is_number = [](const TomlValue& v) { return v.kind == TomlKind::integer || v.kind == TomlKind::real; };
    if (is_number(first) && is_number(second)) return first.real == second.real;
    if (first.kind != second.kind) return false;
    switch (first.kind) {
        case TomlKind::text:
        case TomlKind::date: return first.text == second.text;
        case TomlKind::boolean: return first.boolean == second.boolean;
        case TomlKind::list: return std::ranges::equal(first.items, second.items, same_value);
        case TomlKind::table:
            return first.entries.size() == second.entries.size() &&
                   std::ranges::all_of(first.entries, [&](const TomlEntry& entry) {
                       const TomlEntry* other = second.find(entry.key);
                       return other != nullptr && same_value(entry.value, other->value);
                   });
        default: return false;
    }
}

}  // namespace tarazy
