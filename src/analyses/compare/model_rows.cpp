#include "analyses/compare/model_rows.hpp"

#include "table/named_cells.hpp"

#include <algorithm>
#include <set>

namespace tarazy {

bool TermRow::covers(const std::string& name) const {
    return std::ranges::find(cases, name) != cases.end() || std::ranges::find(deviant, name) != deviant.end();
}

std::vector<ModelRows> model_rows(const Table& table) {
    std::vector<ModelRows> models;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string solution = text_in(table, "solution", row), number = table["model"].display(row);
        if (models.empty() || models.back().solution != solution || models.back().number != number)
            models.push_back({solution, number, {}, {}});
        models.back().terms.push_back(
            {text_in(table, "term", row), table["cases"].list(row), table["deviant_cases"].list(row), row});
    }
    for (ModelRows& model : models) {
        model.whole = model.terms.back();
        model.terms.pop_back();
    }
    return models;
}

std::vector<const ModelRows*> models_of(const std::vector<ModelRows>& models, const std::string& kind) {
    std::vector<const ModelRows*> found;
    std::set<std::set<std::string>> seen;
    for (const ModelRows& model : models) {
        std::set<std::string> terms;
        for (const TermRow& term : model.terms) terms.insert(term.term);
        if (model.kind() == kind && seen.insert(terms).second) found.push_back(&model);
    }
    return found;
}

}  // namespace tarazy
