#include "study/study_section.hpp"

#include "base/nearest_name.hpp"

#include <algorithm>
#include <tuple>

namespace tarazy {
namespace {

std::string spoken_list(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return text;
}

}  // namespace

void StudyProblems::problem(TextPlace place, std::string what, std::string remedy) {
    problems.push_back({path, place.line, place.column, std::move(what), std::move(remedy)});
}

void StudyProblems::warning(TextPlace place, std::string what, std::string remedy) {
    warnings.push_back({path, place.line, place.column, std::move(what), std::move(remedy)});
}

void StudyProblems::throw_if_any() {
    std::ranges::stable_sort(problems, [](const Problem& a, const Problem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    Diagnostics diagnostics;
    for (const Problem& problem : problems) diagnostics.add(problem);
    diagnostics.throw_if_any();
}

const TomlEntry* StudySection::entry(const std::string& key, bool required) {
    known_.push_back(key);
    const TomlEntry* found = table_.find(key);
    if (found == nullptr && required) problems_.problem(place(), name_ + " has no '" + key + "'", "add it");
    return found;
}

const TomlEntry* StudySection::entry_of_kind(const std::string& key, bool required, TomlKind kind) {
    const TomlEntry* found = entry(key, required);
    if (found == nullptr) return nullptr;
    const bool fits = found->value.kind == kind || (kind == TomlKind::real && found->value.kind == TomlKind::integer);
    if (!fits) {
        wrong_kind(*found, std::string(to_string(kind)));
        return nullptr;
    }
    return found;
}

void StudySection::wrong_kind(const TomlEntry& entry, const std::string& expected) {
    problems_.problem(entry.value.place.line > 0 ? entry.value.place : entry.place,
                      "'" + entry.key + "' in " + name_ + " is " + std::string(to_string(entry.value.kind)),
                      "give " + expected);
}

PlacedText StudySection::text(const std::string& key, bool required) {
    const TomlEntry* found = entry_of_kind(key, required, TomlKind::text);
    if (found == nullptr) return {"", place()};
    if (required && found->value.text.empty()) {
        problems_.problem(found->value.place, "'" + key + "' in " + name_ + " is empty", "give a text");
    }
    return {found->value.text, found->value.place};
}

std::string StudySection::words(const std::string& key) {
    const TomlEntry* found = entry(key, false);
    if (found == nullptr) return "";
    if (found->value.kind == TomlKind::integer) return std::to_string(found->value.integer);
    if (found->value.kind != TomlKind::text) wrong_kind(*found, "a text");
    return found->value.text;
}

std::vector<PlacedText> StudySection::texts(const std::string& key, bool required) {
    const TomlEntry* found = entry(key, required);
    if (found == nullptr) return {};
    const TomlValue& value = found->value;
    if (value.kind == TomlKind::text) return {{value.text, value.place}};
    std::vector<PlacedText> texts;
    const bool all_texts =
        std::ranges::all_of(value.items, [](const TomlValue& i) { return i.kind == TomlKind::text; });
    if (value.kind != TomlKind::list || !all_texts) {
        wrong_kind(*found, "a text or a list of texts");
        return {};
    }
    for (const TomlValue& item : value.items) texts.push_back({item.text, item.place});
    if (required && texts.empty())
        problems_.problem(value.place, "'" + key + "' in " + name_ + " is empty", "name one at least");
    return texts;
}

std::optional<std::int64_t> StudySection::integer(const std::string& key) {
    const TomlEntry* found = entry_of_kind(key, false, TomlKind::integer);
    return found == nullptr ? std::nullopt : std::optional(found->value.integer);
}

std::optional<double> StudySection::number(const std::string& key) {
    const TomlEntry* found = entry_of_kind(key, false, TomlKind::real);
    return found == nullptr ? std::nullopt : std::optional(found->value.real);
}

std::optional<bool> StudySection::boolean(const std::string& key) {
    const TomlEntry* found = entry_of_kind(key, false, TomlKind::boolean);
    return found == nullptr ? std::nullopt : std::optional(found->value.boolean);
}

LocalText StudySection::read_local_text(const TomlValue& value, const std::string& key) {
    LocalText text;
    if (value.kind == TomlKind::text) {
        text.en = value.text;
    } else {
        StudySection languages(value, "'" + key + "' in " + name_, problems_);
        text.en = languages.text("en").text;
        text.kk = languages.text("kk", false).text;
        text.ru = languages.text("ru", false).text;
        languages.finish();
    }
    std::vector<std::string> lacking;
    if (text.kk.empty()) lacking.emplace_back("Kazakh (kk)");
    if (text.ru.empty()) lacking.emplace_back("Russian (ru)");
    if (!lacking.empty()) {
        problems_.warning(value.place, "'" + key + "' in " + name_ + " has no " + spoken_list(lacking) + " text",
                          "the report will show the English one");
    }
    return text;
}

LocalText StudySection::local_text(const std::string& key, bool required) {
    const TomlEntry* found = entry(key, required);
    if (found == nullptr) return {};
    if (found->value.kind != TomlKind::text && found->value.kind != TomlKind::table) {
        wrong_kind(*found, "a table of texts: { en = \"..\", kk = \"..\", ru = \"..\" }");
        return {};
    }
    return read_local_text(found->value, key);
}

LocalText StudySection::local_words(const std::string& key) {
    const TomlEntry* found = entry(key, false);
    if (found != nullptr && found->value.kind == TomlKind::table) return read_local_text(found->value, key);
    return {words(key), "", ""};
}

std::vector<LocalText> StudySection::local_texts(const std::string& key) {
    const TomlEntry* found = entry_of_kind(key, false, TomlKind::list);
    if (found == nullptr) return {};
    std::vector<LocalText> texts;
    for (const TomlValue& item : found->value.items) {
        if (item.kind == TomlKind::text || item.kind == TomlKind::table) {
            texts.push_back(read_local_text(item, key));
        } else {
            problems_.problem(item.place, "'" + key + "' in " + name_ + " holds " + std::string(to_string(item.kind)),
                              "give tables of texts: { en = \"..\", kk = \"..\", ru = \"..\" }");
        }
    }
    return texts;
}

std::vector<const TomlValue*> StudySection::tables(const std::string& key) {
    const TomlEntry* found = entry(key, false);
    if (found == nullptr) return {};
    std::vector<const TomlValue*> tables;
    const bool all_tables =
        std::ranges::all_of(found->value.items, [](const TomlValue& i) { return i.kind == TomlKind::table; });
    if (found->value.kind != TomlKind::list || !all_tables) {
        // "[[proposition]] 'P1'" holds [[proposition.test]].
        const std::size_t end = name_.find("]]");
        const std::string within =
            name_.starts_with("[[") && end != std::string::npos ? name_.substr(2, end - 2) + '.' : "";
        problems_.problem(found->place,
                          "'" + key + "' is " + std::string(to_string(found->value.kind)) + ", not a list of tables",
                          "write each as [[" + within + key + "]]");
        return {};
    }
    for (const TomlValue& item : found->value.items) tables.push_back(&item);
    return tables;
}

std::vector<const TomlEntry*> StudySection::named_tables(const std::string& key) {
    std::vector<const TomlEntry*> tables;
    for (const TomlEntry& entry : entries(key)) {
        if (entry.value.kind == TomlKind::table) {
            tables.push_back(&entry);
        } else {
            problems_.problem(
                entry.place,
                "'" + key + '.' + entry.key + "' is " + std::string(to_string(entry.value.kind)) + ", not a table",
                "write [" + key + ".<name>] and its keys below");
        }
    }
    return tables;
}

std::span<const TomlEntry> StudySection::entries(const std::string& key) {
    const TomlEntry* found = entry_of_kind(key, false, TomlKind::table);
    return found == nullptr ? std::span<const TomlEntry>() : found->value.entries;
}

void StudySection::finish() {
    for (const TomlEntry& entry : table_.entries) {
        if (std::ranges::find(known_, entry.key) != known_.end()) continue;
        problems_.problem(entry.place, "unknown key '" + entry.key + "' in " + name_, name_hint(entry.key, known_));
    }
}

}  // namespace tarazy
