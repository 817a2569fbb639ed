#include "compare/minimisation/xy_rows.hpp"

#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

class XyRows {
public:
    void add(const Cases& cases, const std::string& solution, std::size_t model, const std::string& term,
             const std::vector<double>& set) {
        for (std::size_t i = 0; i < cases.size(); ++i)
            rows_.add(solution, model, term, cases.names[i], set[i], cases.outcome[i]);
    }
    Table table() { return rows_.table(); }

private:
    TableRows<TextColumn, IntegerColumn, TextColumn, TextColumn, RealColumn, RealColumn> rows_{
        {"solution"}, {"model"}, {"term"}, {"case"}, {"x"}, {"y"}};
};

}  // namespace

Table xy_rows(const Cases& cases, const std::vector<NamedSolution>& solutions, std::size_t most_models) {
    XyRows rows;
    for (const auto& [name, solution] : solutions) {
        for (std::size_t m = 0; m < std::min(solution.models.size(), most_models); ++m) {
            rows.add(cases, name, m + 1, "", model_membership(cases, solution.models[m]));
            for (const Literals term : solution.models[m])
                rows.add(cases, name, m + 1, term_text(cases.space, term), term_membership(cases, term));
        }
    }
    return rows.table();
}

Table xy_rows(const Cases& cases, const std::string& text, const std::vector<Literals>& expression) {
    XyRows rows;
    rows.add(cases, "expression", 1, text, model_membership(cases, expression));
    return rows.table();
}

}  // namespace tarazy
