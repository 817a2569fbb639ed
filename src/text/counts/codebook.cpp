#include "text/counts/codebook.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace tarazy {
namespace {

std::string_view without_quotes(std::string_view text) {
    text = trimmed(text);
    return text.size() >= 2 && text.front() == '"' && text.back() == '"' ? trimmed(text.substr(1, text.size() - 2))
                                                                         : text;
}

/// Where a window operator (~5 between blanks) stands.
struct WindowMark {
    std::size_t begin, end, distance;
};
std::optional<WindowMark> window_mark(std::string_view text) {
    for (std::size_t at = text.find(" ~"); at != std::string_view::npos; at = text.find(" ~", at + 1)) {
        const std::size_t end = std::min(text.find(' ', at + 2), text.size());
        const auto distance = parse_integer(text.substr(at + 2, end - at - 2));
        if (distance && *distance > 0 && *distance <= 1000)
            return WindowMark{at, end, static_cast<std::size_t>(*distance)};
    }
    return std::nullopt;
}

/// An entry that a code has already counts nothing new: more often than not another word, or another code, was meant.
void refuse_entries_twice(const Codebook& codebook, Diagnostics& problems) {
    for (const Code& code : codebook.codes) {
        std::map<std::string_view, const CodeEntry*> known;
        for (const CodeEntry& entry : code.entries) {
            const auto [first, added] = known.emplace(without_quotes(entry.text), &entry);
            if (added) continue;
            problems.add({codebook.path, entry.line, entry.column,
                          "'" + entry.text + "' stands already on line " + std::to_string(first->second->line) +
                              " in the code '" + code.name + "'",
                          "keep it once, or mend the word or the code of one of the two"});
        }
    }
}

std::string lower_ending(std::string_view path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return ending;
}

}  // namespace

std::optional<CodeEntry> code_entry(std::string_view text, std::size_t line, std::string& why) {
    CodeEntry entry;
    entry.text = std::string(trimmed(text));
    entry.line = line;
    std::string_view rest = entry.text;
    if (rest.starts_with("lang:")) {
        rest = trimmed(rest.substr(5));
        const std::size_t end = std::min(rest.find(' '), rest.size());
        entry.language = std::string(rest.substr(0, end));
        rest = trimmed(rest.substr(end));
    }
    for (std::size_t at = rest.rfind("not:"); at != std::string_view::npos; at = rest.rfind("not:")) {
        entry.contexts.push_back(phrase_of(without_quotes(rest.substr(at + 4))));
        if (entry.contexts.back().empty()) why = "nothing stands behind 'not:'";
        rest = trimmed(rest.substr(0, at));
    }
    std::ranges::reverse(entry.contexts);  // found from the end on
    if (const auto mark = window_mark(rest)) {
        entry.near = phrase_of(without_quotes(rest.substr(mark->end)));
        entry.near_distance = mark->distance;
        if (entry.near->empty()) why = "nothing stands behind the window '~'";
        rest = rest.substr(0, mark->begin);
    }
    entry.phrase = phrase_of(without_quotes(rest));
    if (entry.phrase.empty()) why = "the entry has no word";
    return why.empty() ? std::optional(std::move(entry)) : std::nullopt;
}

void add_code_entry(Codebook& codebook, const std::string& code, std::string_view entry, EntryPlace place,
                    Diagnostics& problems) {
    std::string why;
    std::optional<CodeEntry> read = code_entry(entry, place.line, why);
    if (read) read->column = place.column;
    if (!read) {
        problems.add({codebook.path, place.line, place.column, why + ": '" + std::string(trimmed(entry)) + "'",
                      "write a word, a glob (nuclear*), a phrase, /a regular expression/ or A ~5 B"});
        return;
    }
    const auto found = std::ranges::find(codebook.codes, code, &Code::name);
    if (found != codebook.codes.end()) {
        found->entries.push_back(std::move(*read));
    } else {
        codebook.codes.push_back({code, {}});
        codebook.codes.back().entries.push_back(std::move(*read));
    }
}

bool is_codebook_name(std::string_view path) {
    constexpr std::string_view endings[] = {".yml", ".yaml", ".dic", ".lcd", ".lc3", ".cat"};
    return std::ranges::find(endings, lower_ending(path)) != std::ranges::end(endings);
}

Codebook read_codebook(std::string_view text, const std::string& path) {
    Codebook codebook;
    codebook.path = path;
    Diagnostics problems;
    const std::string ending = lower_ending(path);
    if (ending == ".yml" || ending == ".yaml") {
        read_yaml_codebook(text, codebook, problems);
    } else if (ending == ".dic") {
        read_liwc_codebook(text, codebook, problems);
    } else if (ending == ".lcd" || ending == ".lc3") {
        read_lexicoder_codebook(text, codebook, problems);
    } else if (ending == ".cat") {
        read_wordstat_codebook(text, codebook, problems);
    } else {
        throw UsageError("'" + path +
                         "' is no codebook by its name; give a .yml, .dic, .lcd or .cat file, or a table " +
                         "code,entry");
    }
    refuse_entries_twice(codebook, problems);
    problems.throw_if_any();
    if (codebook.codes.empty())
        throw InputError({path, 0, 0, "there is no code with an entry", "give at least one: `peace: [peace*]`"});
    return codebook;
}

Codebook codebook_of_table(const Table& table) {
    Codebook codebook;
    codebook.path = table.origin.path;
    const std::vector<std::string> codes = require_texts(table, "code"), entries = require_texts(table, "entry");
    std::vector<std::string> languages(codes.size());
    if (table.find("language")) languages = require_texts(table, "language");
    Diagnostics problems;
    for (std::size_t row = 0; row < codes.size(); ++row) {
        if (codes[row].empty()) {
            problems.add(table.problem(row, "code", "the entry has no code", "name the code"));
            continue;
        }
        const std::string language = languages[row].empty() ? "" : "lang:" + languages[row] + ' ';
        const Problem place = table.problem(row, "entry", "", "");
        add_code_entry(codebook, codes[row], language + entries[row], {place.line, place.column}, problems);
    }
    refuse_entries_twice(codebook, problems);
    problems.throw_if_any();
    if (codebook.codes.empty())
        throw InputError({table.origin.path, 0, 0, "there is no entry", "give at least one row code,entry"});
    return codebook;
}

bool asks_language(const Codebook& codebook) {
    return std::ranges::any_of(codebook.codes, [](const Code& code) {
        return std::ranges::any_of(code.entries, [](const CodeEntry& entry) { return !entry.language.empty(); });
    });
}

bool asks_lemmas(const Codebook& codebook) {
    const auto of_phrase = [](const Phrase& phrase) { return std::ranges::any_of(phrase, &PhraseWord::lemma); };
    return std::ranges::any_of(codebook.codes, [&](const Code& code) {
        return std::ranges::any_of(code.entries, [&](const CodeEntry& entry) {
            return of_phrase(entry.phrase) || (entry.near && of_phrase(*entry.near)) ||
                   std::ranges::any_of(entry.contexts, of_phrase);
        });
    });
}

}  // namespace tarazy
