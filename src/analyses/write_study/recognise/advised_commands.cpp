#include "analyses/write_study/recognise/advised_commands.hpp"

#include "base/text_lists.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

/// States of a file in the order in which examples take them.
std::vector<std::string> states_by_weight(const DataCoverage& coverage) {
    std::vector<std::pair<std::string, std::size_t>> counts(coverage.states.begin(), coverage.states.end());
    std::ranges::stable_sort(counts, std::greater{}, &std::pair<std::string, std::size_t>::second);
    std::vector<std::string> order;
    for (const char* first : {"KAZ", "RUS", "CHN", "USA"})
        if (coverage.states.contains(first)) order.emplace_back(first);
    for (const auto& [state, count] : counts)
        if (std::ranges::find(order, state) == order.end()) order.push_back(state);
    return order;
}

std::string file_beside(const std::string& path, const std::string& ending) {
    std::string stem = path.substr(path.find_last_of('/') + 1);
    stem = stem.substr(0, stem.find('.'));
    return (stem.empty() ? "table" : stem) + ending;
}

struct Filling {
    std::string name, text;
};

std::vector<Filling> fillings(const DataLayout& layout, const AdviceFor& file) {
    const DataCoverage& coverage = *file.coverage;
    std::vector<std::string> states = states_by_weight(coverage);
    if (!file.title_state.empty()) {
        const auto code = state_of_squeezed_name(file.title_state);
        std::erase(states, code.value_or(""));
        states.insert(states.begin(), code.value_or(file.title_state));
    }
    for (const char* known : {"KAZ", "RUS", "CHN"})
        if (states.size() < 3 && std::ranges::find(states, known) == states.end()) states.emplace_back(known);
    const auto written = coverage.written.find(states[0]);
    const std::string state = written == coverage.written.end() ? states[0] : written->second;
    const auto [first, last] = coverage.years.value_or(std::pair(1992, 2014));
    std::string reading;
    if (!layout.missing.empty()) reading = "--missing " + joined(layout.missing, ",");
    return {{"file", file.path},
            {"made", file_beside(file.path, "_made.csv")},
            {"made2", file_beside(file.path, "_chosen.csv")},
            {"state", state},
            {"title", states[0]},
            {"one", states[0]},
            {"others", states[1] + "," + states[2]},
            {"pair", states[0] + "," + states[1]},
            {"first", std::to_string(first)},
            {"last", std::to_string(last)},
            {"reading", reading}};
}

/// Parts of a template between blanks; blanks inside of `[..]` and `{..}` part nothing.
std::vector<std::string> template_words(const std::string& line) {
    std::vector<std::string> words(1);
    bool inside = false;
    for (const char letter : line) {
        if (letter == '[' || letter == '{') inside = true;
        if (letter == ']' || letter == '}') inside = false;
        if (letter == ' ' && !inside) {
            words.emplace_back();
        } else {
            words.back() += letter;
        }
    }
    return words;
}

std::string filled(std::string word, const std::vector<Filling>& with) {
    for (const Filling& filling : with) {
        const std::string place = "{" + filling.name + "}";
        for (std::size_t at = word.find(place); at != std::string::npos;
             at = word.find(place, at + filling.text.size()))
            word.replace(at, place.size(), filling.text);
    }
    return word;
}

/// `{first:COLUMN}` replaced by the first value of that column.
std::string with_first_cells(const std::string& word, const AdviceFor& file) {
    static constexpr std::string_view opening = "{first:";
    const std::size_t begin = word.find(opening);
    const std::size_t end = begin == std::string::npos ? begin : word.find('}', begin);
    if (end == std::string::npos) return word;
    const std::string key = column_key(word.substr(begin + opening.size(), end - begin - opening.size()));
    std::string cell = "VALUE";
    for (std::size_t c = 0; file.head != nullptr && c < file.head->names.size(); ++c) {
        const Column& column = file.head->columns[c];
        if (column_key(file.head->names[c]) != key) continue;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.missing(row)) continue;
            cell = column.display(row);
            break;
        }
    }
    return word.substr(0, begin) + cell + word.substr(end + 1);
}

std::vector<std::string> words_of(const std::string& line, const AdviceFor& file, const std::vector<Filling>& with) {
    std::vector<std::string> words;
    for (const std::string& word : template_words(line)) {
        if (word == "{reading}") {
            for (const std::string& option : listed(filled(word, with), ' ')) words.push_back(option);
            continue;
        }
        // Names of columns first: a file's name may hold brackets.
        words.push_back(with_first_cells(filled(with_names_of_file(word, file.names), with), file));
    }
    return words;
}

bool is_plain(char letter) {
    static constexpr std::string_view plain = "_-./=,:+@%^";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           plain.find(letter) != std::string_view::npos || static_cast<unsigned char>(letter) >= 0x80;
}

}  // namespace

std::vector<AdvisedCommands> advised_commands(const DataLayout& layout, const AdviceFor& file) {
    const std::vector<Filling> with = fillings(layout, file);
    std::vector<AdvisedCommands> advice;
    for (const CommandTemplate& one : layout.commands) {
        AdvisedCommands commands{one.purpose, {}};
        for (const std::string& line : one.lines) commands.lines.push_back(words_of(line, file, with));
        advice.push_back(std::move(commands));
    }
    return advice;
}

std::string shell_line(std::span<const std::string> words) {
    std::string line;
    for (const std::string& word : words) {
        std::string shown = word;
        if (word.empty() || !std::ranges::all_of(word, is_plain)) {
            shown = "'";
            for (const char letter : word) shown += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
            shown += '\'';
        }
        add_item(line, shown, " ");
    }
    return line;
}

}  // namespace tarazy
