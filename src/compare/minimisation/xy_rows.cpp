#include "compare/minimisation/xy_rows.hpp"

#include <algorithm>
#include <utility>

namespace tarazy {
namespace {

struct XyColumns {
    std::vector<std::string> solutions, terms, names;
    std::vector<std::int64_t> models;
    std::vector<double> x, y;

    void add(const Cases& cases, const std::string& solution, std::size_t model, const std::string& term,
             const std::vector<double>& set) {
        for (std::size_t i = 0; i < cases.size(); ++i) {
            solutions.push_back(solution);
            models.push_back(static_cast<std::int64_t>(model));
            terms.push_back(term);
            names.push_back(cases.names[i]);
            x.push_back(set[i]);
            y.push_back(cases.outcome[i]);
        }
    }

    Table table() && {
        Table result;
        result.add("solution", Column(solutions));
        result.add("model", Column(std::move(models)));
        result.add("term", Column(terms));
        result.add("case", Column(names));
        result.add("x", Column(std::move(x)));
        result.add("y", Column(std::move(y)));
        return result;
    }
};

}  // namespace

Table xy_rows(const Cases& cases, const std::vector<NamedSolution>& solutions, std::size_t most_models) {
    XyColumns columns;
    for (const auto& [name, solution] : solutions) {
        for (std::size_t m = 0; m < std::min(solution.models.size(), most_models); ++m) {
            columns.add(cases, name, m + 1, "", model_membership(cases, solution.models[m]));
            for (const Literals term : solution.models[m])
                columns.add(cases, name, m + 1, term_text(cases.space, term), term_membership(cases, term));
        }
    }
    return std::move(columns).table();
}

Table xy_rows(const Cases& cases, const std::string& text, const std::vector<Literals>& expression) {
    XyColumns columns;
    columns.add(cases, "expression", 1, text, model_membership(cases, expression));
    return std::move(columns).table();
}

}  // namespace tarazy
