#include "compare/minimisation/model_choice.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace tarazy {
namespace {

constexpr const char* solution_names[] = {"intermediate", "parsimonious", "conservative"};

std::vector<std::string> lower_words(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ' || c == '\t') {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// `c1p2`
bool is_pair(const std::string& word) {
    const std::size_t p = word.find('p');
    return word.starts_with('c') && p != std::string::npos && parse_integer(word.substr(1, p - 1)).value_or(0) > 0 &&
           parse_integer(word.substr(p + 1)).value_or(0) > 0;
}

/// `m2` or `2`
std::size_t model_number(const std::string& word) {
    const auto number = parse_integer(word.substr(word.starts_with('m') ? 1 : 0));
    return number && *number > 0 ? static_cast<std::size_t>(*number) : 0;
}

struct RowModel {
    std::string kind, pair;
    std::size_t number = 0;
};
RowModel model_of(const Table& rows, std::size_t row) {
    const std::string solution = rows["solution"].display(row);
    const std::size_t blank = std::min(solution.find(' '), solution.size());
    return {solution.substr(0, blank), blank == solution.size() ? "" : solution.substr(blank + 1),
            static_cast<std::size_t>(rows["model"].integer(row).value_or(0))};
}

bool meant(const ModelChoice& choice, const RowModel& model) {
    return (choice.solution.empty() || choice.solution == model.kind) &&
           (choice.pair.empty() || choice.pair == model.pair) && (choice.number == 0 || choice.number == model.number);
}

/// "conservative M1, parsimonious M1 to M2"
std::string known_models(const Table& rows) {
    std::vector<std::string> solutions;
    std::map<std::string, std::int64_t> most;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const std::string solution = rows["solution"].display(row);
        if (!most.contains(solution)) solutions.push_back(solution);
        most[solution] = std::max(most[solution], rows["model"].integer(row).value_or(0));
    }
    return joined(solutions, ", ", [&](const std::string& solution) {
        return solution + " M1" + (most[solution] > 1 ? " to M" + std::to_string(most[solution]) : "");
    });
}

}  // namespace

ModelChoice parse_model_choice(std::string_view text) {
    ModelChoice choice;
    for (const std::string& word : lower_words(text)) {
        const bool named = std::ranges::find(solution_names, word) != std::end(solution_names);
        if (named && choice.solution.empty()) {
            choice.solution = word;
        } else if (is_pair(word) && choice.pair.empty()) {
            choice.pair = "C" + word.substr(1, word.find('p') - 1) + "P" + word.substr(word.find('p') + 1);
        } else if (model_number(word) > 0 && choice.number == 0) {
            choice.number = model_number(word);
        } else {
            throw UsageError("'" + std::string(text) + "' names no model; write for example M2, 'parsimonious M2' or " +
                             "'intermediate C1P2 M1'");
        }
    }
    return choice;
}

std::vector<std::size_t> rows_of_choice(const Table& rows, const ModelChoice& choice) {
    std::vector<std::size_t> chosen;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (meant(choice, model_of(rows, row))) chosen.push_back(row);
    }
    if (chosen.empty() && rows.rows() > 0) {
        const std::string solution =
            choice.solution + (choice.solution.empty() || choice.pair.empty() ? "" : " ") + choice.pair;
        const std::string number = choice.number == 0 ? "" : "M" + std::to_string(choice.number);
        throw UsageError("there is no model '" + solution + (solution.empty() || number.empty() ? "" : " ") + number +
                         "'; there are " + known_models(rows));
    }
    return chosen;
}

std::string shown_model(const Table& rows, const ModelChoice& choice) {
    const std::vector<std::size_t> chosen = rows_of_choice(rows, choice);
    for (const char* kind : solution_names) {
        for (const std::size_t row : chosen) {
            const RowModel model = model_of(rows, row);
            if (model.kind != kind) continue;
            return rows["solution"].display(row) + ' ' + std::to_string(model.number);
        }
    }
    return "";
}

}  // namespace tarazy
