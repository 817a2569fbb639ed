#include "study/edit_study.hpp"

#include "base/error.hpp"
#include "io/toml_document.hpp"
#include "study/study_overrides.hpp"

#include <algorithm>
#include <optional>

namespace tarazy {
namespace {

/// The text under the pen, with what it says and where its lines begin.
struct WrittenStudy {
    std::string text;
    std::string path;
    TomlValue root;
    std::vector<std::size_t> line_starts;

    WrittenStudy(std::string given, const std::string& file)
        : text(std::move(given)), path(file), root(parse_toml(text, file)), line_starts{0} {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') line_starts.push_back(i + 1);
    }

    /// Byte of a place; its column counts characters.
    [[nodiscard]] std::size_t byte(const TextPlace& place) const {
        std::size_t at = line_starts.at(place.line - 1);
        for (std::size_t column = 1; column < place.column && at < text.size(); ++column) {
            ++at;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
        }
        return at;
    }
    [[nodiscard]] std::size_t line_start(std::size_t line) const {
        return line <= line_starts.size() ? line_starts[line - 1] : text.size();
    }
    /// Is this a table under a header of its own?
    [[nodiscard]] bool has_header(const TomlValue& value) const {
        return value.kind == TomlKind::table && value.place.line > 0 && text[byte(value.place)] == '[';
    }
};

[[noreturn]] void leads_nowhere(const WrittenStudy& study, std::string_view path) {
    throw InputError(
        Problem{study.path, 0, 0, "the study has no '" + std::string(path) + "'", key_hint(study.root, path)});
}

/// Lines of headers of tables within a value.
void header_lines(const WrittenStudy& study, const TomlValue& value, std::vector<std::size_t>& lines) {
    if (study.has_header(value)) lines.push_back(value.place.line);
    for (const TomlEntry& entry : value.entries) header_lines(study, entry.value, lines);
    for (const TomlValue& item : value.items) header_lines(study, item, lines);
}

/// The first line behind a part under headers, without the comments and blanks that belong to what follows.
std::size_t line_behind(const WrittenStudy& study, const TomlValue& part) {
    std::vector<std::size_t> all, own;
    header_lines(study, study.root, all);
    header_lines(study, part, own);
    std::ranges::sort(all);
    std::ranges::sort(own);
    const auto next = std::ranges::find_if(
        all, [&](std::size_t line) { return line > own.front() && !std::ranges::binary_search(own, line); });
    if (next == all.end()) return study.line_starts.size() + 1;
    std::size_t line = *next;
    while (line - 1 > own.front()) {
        const std::size_t from = study.line_start(line - 1);
        const std::size_t first = study.text.find_first_not_of(" \t\r", from);
        if (study.text[first] != '#' && study.text[first] != '\n') break;
        --line;
    }
    return line;
}

/// The first line of a part, with the comment that stands directly above it.
std::size_t first_line(const WrittenStudy& study, std::size_t line) {
    while (line > 1) {
        const std::size_t from = study.line_start(line - 1);
        if (study.text[study.text.find_first_not_of(" \t", from)] != '#') break;
        --line;
    }
    return line;
}

/// The keys of a table that stand directly under its header, the last of them; 0 where there is none.
std::size_t last_own_line(const WrittenStudy& study, const TomlValue& table) {
    std::size_t last = study.has_header(table) ? table.place.line : 0;
    for (const TomlEntry& entry : table.entries) {
        std::vector<std::size_t> headers;
        header_lines(study, entry.value, headers);
        if (headers.empty()) last = std::max(last, std::max(entry.place.line, entry.value.end.line));
    }
    return last;
}

std::string replaced(const std::string& text, std::size_t from, std::size_t to, std::string_view by) {
    return text.substr(0, from) + std::string(by) + text.substr(to);
}

TomlValue parsed_value(const WrittenStudy& study, const StudyEdit& edit) {
    try {
        const TomlValue whole = parse_toml("value = " + edit.value, study.path);
        if (whole.entries.size() == 1) return whole.entries.front().value;
    } catch (const InputError&) {
    }
    throw InputError(Problem{study.path, 0, 0, "'" + edit.value + "' is no value of a study file",
                             "write a text in quotation marks, a number, true, false, [a list] or {a table}"});
}

/// Of a list the items of which only some go, and others come behind the last: the text with these alone changed.
/// Nothing where the order changes, or nothing stays.
std::optional<std::string> with_items(const WrittenStudy& study, const TomlValue& old, const StudyEdit& edit) {
    const std::string head = "value = ";
    const std::string line = head + edit.value;
    const TomlValue fresh = parsed_value(study, edit);
    if (old.kind != TomlKind::list || fresh.kind != TomlKind::list) return std::nullopt;
    std::size_t kept = 0;
    std::vector<bool> stays(old.items.size(), false);
    for (std::size_t i = 0; i < old.items.size() && kept < fresh.items.size(); ++i) {
        if (!same_value(old.items[i], fresh.items[kept])) continue;
        stays[i] = true;
        ++kept;
    }
    if (kept == 0) return std::nullopt;
    for (const TomlValue& item : fresh.items)
        if (item.kind == TomlKind::table) return std::nullopt;
    const std::string& text = study.text;
    std::string result = text;
    std::size_t last_kept = old.items.size();
    while (!stays[last_kept - 1]) --last_kept;
    const std::size_t behind = study.byte(old.items[last_kept - 1].end);
    std::string added;
    const WrittenStudy value(line, study.path);
    for (std::size_t i = kept; i < fresh.items.size(); ++i) {
        const TomlValue& item = value.root.entries.front().value.items[i];
        added += ", " + line.substr(value.byte(item.place), value.byte(item.end) - value.byte(item.place));
    }
    // From behind, so that places before stay true.
    for (std::size_t i = old.items.size(); i-- > last_kept;)
        result = replaced(result, study.byte(old.items[i - 1].end), study.byte(old.items[i].end), "");
    result.insert(behind, added);
    for (std::size_t i = last_kept; i-- > 0;) {
        if (!stays[i])
            result = replaced(result, study.byte(old.items[i].place), study.byte(old.items[i + 1].place), "");
    }
    return result;
}

/// The longest beginning of a path that leads to a table.
std::pair<const TomlValue*, std::string_view> nearest_table(const WrittenStudy& study, std::string_view path) {
    for (std::size_t dot = path.rfind('.'); dot != std::string_view::npos; dot = path.rfind('.', dot - 1)) {
        const TomlValue* value = find_key(study.root, path.substr(0, dot));
        if (value != nullptr && value->kind == TomlKind::table) return {value, path.substr(dot + 1)};
        if (dot == 0) break;
    }
    return {nullptr, path};
}

std::string with_keys(const WrittenStudy& study, const TomlValue& old, const StudyEdit& edit);

std::string set_value(const WrittenStudy& study, const StudyEdit& edit) {
    const TomlValue fresh = parsed_value(study, edit);
    if (const TomlValue* old = find_key(study.root, edit.path)) {
        if (study.has_header(*old) && fresh.kind == TomlKind::table) return with_keys(study, *old, edit);
        if (study.has_header(*old) || (!old->items.empty() && study.has_header(old->items.front())))
            throw InputError(Problem{study.path, old->place.line, old->place.column,
                                     "'" + edit.path + "' is a part of the study with a header of its own",
                                     "set its keys"});
        if (auto items = with_items(study, *old, edit)) return *items;
        return replaced(study.text, study.byte(old->place), study.byte(old->end), edit.value);
    }
    const auto [table, key] = nearest_table(study, edit.path);
    if (table == nullptr) leads_nowhere(study, edit.path);
    const std::string entry = std::string(key) + " = " + edit.value;
    if (table->place.line > 0 && study.text[study.byte(table->place)] == '{') {
        const std::size_t close = study.byte(table->end) - 1;
        if (table->entries.empty())
            return replaced(study.text, study.byte(table->place), close + 1, "{ " + entry + " }");
        const std::size_t behind = study.byte(table->entries.back().value.end);
        return replaced(study.text, behind, behind, ", " + entry);
    }
    if (!study.has_header(*table)) leads_nowhere(study, edit.path);
    const std::size_t at = study.line_start(last_own_line(study, *table) + 1);
    const bool open = at == study.text.size() && !study.text.empty() && study.text.back() != '\n';
    return replaced(study.text, at, at, (open ? "\n" : "") + entry + '\n');
}

/// Of a table between braces; nothing else of it changes.
std::string without_inline(const WrittenStudy& study, const TomlValue& table, const TomlEntry& entry) {
    if (table.place.line == 0 || study.text[study.byte(table.place)] != '{') leads_nowhere(study, entry.key);
    const auto place = static_cast<std::size_t>(&entry - table.entries.data());
    if (table.entries.size() == 1) return replaced(study.text, study.byte(table.place), study.byte(table.end), "{}");
    if (place == 0) return replaced(study.text, study.byte(entry.place), study.byte(table.entries[1].place), "");
    return replaced(study.text, study.byte(table.entries[place - 1].value.end), study.byte(entry.value.end), "");
}

std::string without(const WrittenStudy& study, const StudyEdit& edit) {
    const TomlValue* value = find_key(study.root, edit.path);
    if (value == nullptr) leads_nowhere(study, edit.path);
    if (study.has_header(*value)) {
        std::size_t from = study.line_start(first_line(study, value->place.line));
        const std::size_t to = study.line_start(line_behind(study, *value));
        // Of the blank lines before and behind, one does.
        const bool blank_behind = to == study.text.size() || study.text[to] == '\n';
        while (blank_behind && from > 1 && study.text[from - 1] == '\n' && study.text[from - 2] == '\n') --from;
        return replaced(study.text, from, to, "");
    }
    const auto [table, key] = nearest_table(study, edit.path);
    const TomlEntry* entry = table == nullptr ? nullptr : table->find(key);
    if (entry == nullptr) leads_nowhere(study, edit.path);
    if (!study.has_header(*table)) return without_inline(study, *table, *entry);
    return replaced(study.text, study.line_start(entry->place.line), study.line_start(value->end.line + 1), "");
}

/// Of a table under a header of its own: its keys become those of the value, one after the other.
std::string with_keys(const WrittenStudy& study, const TomlValue& old, const StudyEdit& edit) {
    const std::string line = "value = " + edit.value;
    const WrittenStudy value(line, study.path);
    const TomlValue& fresh = value.root.entries.front().value;
    std::string now = study.text;
    for (const TomlEntry& entry : old.entries)
        if (fresh.find(entry.key) == nullptr)
            now = without(WrittenStudy(now, study.path), {StudyEdit::Kind::remove, edit.path + '.' + entry.key, ""});
    for (const TomlEntry& entry : fresh.entries) {
        const TomlEntry* former = old.find(entry.key);
        if (former != nullptr && same_value(former->value, entry.value)) continue;
        const std::size_t from = value.byte(entry.value.place), to = value.byte(entry.value.end);
        now = set_value(WrittenStudy(now, study.path),
                        {StudyEdit::Kind::set, edit.path + '.' + entry.key, line.substr(from, to - from)});
    }
    return now;
}

/// Lines of a part within another one ("proposition.P2"): the last of it.
std::string with_inner_part(const WrittenStudy& study, const TomlValue& outer, const std::string& part) {
    std::size_t at = study.line_start(line_behind(study, outer));
    std::string text = study.text;
    while (at > 1 && text[at - 1] == '\n' && text[at - 2] == '\n') --at;
    if (at > 0 && text[at - 1] != '\n') text.insert(at++, "\n");
    return replaced(text, at, at, part);
}

std::string with_part(const WrittenStudy& study, const StudyEdit& edit) {
    std::string part = edit.value;
    while (!part.empty() && part.back() == '\n') part.pop_back();
    part += '\n';
    (void)parse_toml(part, study.path);
    if (edit.path.find('.') != std::string::npos) {
        const TomlValue* outer = find_key(study.root, edit.path);
        if (outer == nullptr || !study.has_header(*outer)) leads_nowhere(study, edit.path);
        return with_inner_part(study, *outer, part);
    }
    const TomlEntry* kind = study.root.find(edit.path);
    const TomlValue* last = nullptr;
    if (kind != nullptr && kind->value.kind == TomlKind::list && !kind->value.items.empty())
        last = &kind->value.items.back();
    if (kind != nullptr && kind->value.kind == TomlKind::table && !kind->value.entries.empty())
        last = &kind->value.entries.back().value;
    std::string text = study.text;
    if (last != nullptr && study.has_header(*last)) {
        std::size_t at = study.line_start(line_behind(study, *last));
        while (at > 1 && text[at - 1] == '\n' && text[at - 2] == '\n') --at;
        if (at > 0 && text[at - 1] != '\n') text.insert(at++, "\n");
        return replaced(text, at, at, '\n' + part);
    }
    if (!text.empty() && text.back() != '\n') text += '\n';
    return text + (text.empty() ? "" : "\n") + part;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// Lengths of the longest common sequences of lines of what begins at each pair.
std::vector<std::vector<std::size_t>> common_lengths(std::span<const std::string> a, std::span<const std::string> b) {
    std::vector<std::vector<std::size_t>> length(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    return length;
}

constexpr std::size_t most_compared_lines = 2000;

}  // namespace

std::string edited_study(std::string_view text, const std::string& path, std::span<const StudyEdit> edits) {
    std::string now(text);
    for (const StudyEdit& edit : edits) {
        const WrittenStudy study(now, path);
        switch (edit.kind) {
            case StudyEdit::Kind::set: now = set_value(study, edit); break;
            case StudyEdit::Kind::remove: now = without(study, edit); break;
            case StudyEdit::Kind::add: now = with_part(study, edit); break;
        }
    }
    (void)parse_toml(now, path);
    return now;
}

std::vector<ChangedLines> changed_lines(std::string_view before, std::string_view after) {
    const std::vector<std::string> all_before = lines_of(before), all_after = lines_of(after);
    std::span<const std::string> a = all_before, b = all_after;
    std::size_t line = 1;
    while (!a.empty() && !b.empty() && a.front() == b.front()) a = a.subspan(1), b = b.subspan(1), ++line;
    while (!a.empty() && !b.empty() && a.back() == b.back()) a = a.first(a.size() - 1), b = b.first(b.size() - 1);
    std::vector<ChangedLines> changes;
    if (a.empty() && b.empty()) return changes;
    if (a.size() > most_compared_lines || b.size() > most_compared_lines)
        return {{line, {a.begin(), a.end()}, {b.begin(), b.end()}}};
    const auto length = common_lengths(a, b);
    std::size_t i = 0, j = 0;
    bool open = false;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i, ++j, open = false;
            continue;
        }
        if (!open) changes.push_back({line + j, {}, {}});
        open = true;
        if (j == b.size() || (i < a.size() && length[i + 1][j] >= length[i][j + 1]))
            changes.back().before.push_back(a[i++]);
        else
            changes.back().after.push_back(b[j++]);
    }
    return changes;
}

}  // namespace tarazy
