#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

// The main table of a comparison, model by model.

/// A term of a model, or the whole model.
struct TermRow {
    std::string term;
    std::vector<std::string> cases, deviant;
    std::size_t row = 0;

    /// Is the case in the term, with the outcome or without it?
    [[nodiscard]] bool covers(const std::string& name) const;
};

/// A model as the main table holds it: its terms, then itself.
struct ModelRows {
    std::string solution;  ///< "intermediate C1P1"
    std::string number;
    std::vector<TermRow> terms;
    TermRow whole;

    /// The solution type; the label behind the blank is ours, "C1P1".
    [[nodiscard]] std::string kind() const { return solution.substr(0, solution.find(' ')); }
    /// {"1"}, {"C1P1", "1"}, and the term behind it.
    [[nodiscard]] std::vector<std::string> about(const std::string& term = {}) const {
        std::vector<std::string> names;
        if (const std::size_t blank = solution.find(' '); blank != std::string::npos)
            names.push_back(solution.substr(blank + 1));
        names.push_back(number);
        if (!term.empty()) names.push_back(term);
        return names;
    }
};

[[nodiscard]] std::vector<ModelRows> model_rows(const Table& table);

/// The models of a solution type; one that several pairs share counts once.
[[nodiscard]] std::vector<const ModelRows*> models_of(const std::vector<ModelRows>& models, const std::string& kind);

}  // namespace tarazy
