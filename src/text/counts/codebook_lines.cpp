#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "text/counts/codebook.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// The words of a line of a LIWC dictionary: parted by tabs, or by blanks where there is no tab.
std::vector<std::string> words_of_liwc_line(std::string_view line) {
    std::vector<std::string> words = listed(line, '\t');
    if (words.size() > 1) return words;
    return listed(line, ' ');
}

bool is_liwc_number(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void read_liwc_codebook(std::string_view text, Codebook& codebook, Diagnostics& problems) {
    std::map<std::string, std::string> names;
    std::size_t line = 0, marks = 0;
    for (const std::string& written : split(text, '\n')) {
        ++line;
        const std::string_view content = trimmed(written);
        if (content.empty()) continue;
        if (content == "%") {
            ++marks;
            continue;
        }
        std::vector<std::string> words = words_of_liwc_line(content);
        if (marks == 1) {
            if (words.size() < 2 || !is_liwc_number(words[0])) {
                problems.add({codebook.path, line, 0, "'" + std::string(content) + "' is no category",
                              "write its number, a tab and its name"});
            } else if (!names.emplace(words[0], words[1]).second) {
                problems.add({codebook.path, line, 0, "the category " + words[0] + " stands here a second time",
                              "give each category a number of its own"});
            }
            continue;
        }
        if (marks != 2) {
            problems.add({codebook.path, line, 0, "the line stands before the list of categories",
                          "begin the file with % on a line of its own, then the categories, then % again"});
            return;
        }
        std::size_t numbers = words.size();
        while (numbers > 1 && is_liwc_number(words[numbers - 1])) --numbers;
        std::string entry;
        for (std::size_t k = 0; k < numbers; ++k) add_item(entry, words[k], " ");
        if (numbers == words.size())
            problems.add({codebook.path, line, 0, "'" + entry + "' has no category",
                          "write the numbers of its categories behind it"});
        for (std::size_t k = numbers; k < words.size(); ++k) {
            const auto name = names.find(words[k]);
            if (name == names.end()) {
                problems.add(
                    {codebook.path, line, 0, "there is no category " + words[k], "name it between the two lines of %"});
            } else {
                add_code_entry(codebook, name->second, entry, {line}, problems);
            }
        }
    }
}

void read_lexicoder_codebook(std::string_view text, Codebook& codebook, Diagnostics& problems) {
    std::string code;
    std::size_t line = 0;
    for (const std::string& written : split(text, '\n')) {
        ++line;
        const std::string_view content = trimmed(written);
        if (content.empty()) continue;
        if (content.starts_with('+')) {
            code = std::string(trimmed(content.substr(1)));
            if (code.empty()) problems.add({codebook.path, line, 0, "a code has no name", "write it behind the +"});
        } else if (code.empty()) {
            problems.add(
                {codebook.path, line, 0, "the entry stands before any code", "write +CODE on a line above it"});
        } else {
            add_code_entry(codebook, code, content, {line}, problems);
        }
    }
}

void read_wordstat_codebook(std::string_view text, Codebook& codebook, Diagnostics& problems) {
    std::vector<std::string> levels;
    std::size_t line = 0;
    for (const std::string& written : split(text, '\n')) {
        ++line;
        std::string_view content = trimmed(written);
        if (content.empty()) continue;
        const std::size_t depth = std::min(written.find_first_not_of('\t'), written.size());
        if (depth > levels.size()) {
            problems.add({codebook.path, line, 0, "the line lies more than one level below the one above it",
                          "indent it by one tab more than its code"});
            continue;
        }
        levels.resize(depth);
        // An entry has its weight in brackets behind it; what has none is a code.
        const bool entry = content.ends_with(')') && content.find(" (") != std::string_view::npos;
        if (!entry) {
            levels.emplace_back(content);
        } else if (depth == 0) {
            problems.add({codebook.path, line, 0, "the entry stands below no code", "indent it below a code"});
        } else {
            std::string words(trimmed(content.substr(0, content.rfind(" ("))));
            std::ranges::replace(words, '_', ' ');
            add_code_entry(codebook, joined(levels, "."), words, {line}, problems);
        }
    }
}

}  // namespace tarazy
