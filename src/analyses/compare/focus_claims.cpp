#include "analyses/compare/focus_claims.hpp"

#include "base/text_lists.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <optional>

namespace tarazy {

void add_focus_terms(ComparisonClaimList& claims, const std::string& kind, const std::vector<const ModelRows*>& models,
                     const std::string& focus, double with_outcome) {
    std::string statement;
    double covering = 0, alone = 0;
    std::optional<double> shared = 1;
    for (const ModelRows* model : models) {
        std::string terms;
        std::size_t most = 0;
        bool single = false;
        for (const TermRow& term : model->terms) {
            if (!term.covers(focus)) continue;
            add_item(terms, term.term, " + ");
            most = std::max(most, term.cases.size());
            single = single || (term.cases.size() == 1 && term.cases.front() == focus);
        }
        add_item(statement, terms.empty() ? "-" : terms, "; ");
        covering += terms.empty() ? 0 : 1;
        alone += single ? 1 : 0;
        if (terms.empty())
            shared.reset();
        else if (shared)
            shared = std::min(*shared, static_cast<double>(most) / with_outcome);
    }
    const std::string subject = focus + ", " + kind + " solution";
    claims.add({kind, {}}, "focus_terms", "models", subject + ": terms over this case, model by model", covering)
        .statement = statement;
    if (models.empty()) return;
    claims.add({kind, {}}, "focus_shared", "focus_shared", subject, shared);
    claims.add({kind, {}}, "focus_alone", "focus_alone", subject, alone / static_cast<double>(models.size()));
}

void add_focus_row(ComparisonClaimList& claims, const Table& rows, const std::string& focus) {
    std::optional<double> cases;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const std::vector<std::string> members = rows["cases"].list(row);
        if (std::ranges::find(members, focus) != members.end()) cases = static_cast<double>(members.size());
    }
    claims.add({}, "focus_row_cases", "count", "cases in the configuration of " + focus, cases);
}

void add_focus_ranks(ComparisonClaimList& claims, const Table& memberships, const std::string& focus) {
    std::optional<std::size_t> own;
    for (std::size_t row = 0; row < memberships.rows(); ++row)
        if (text_in(memberships, "case", row) == focus) own = row;
    if (!own) return;
    const std::string& outcome = memberships.names[1];
    for (std::size_t c = 2; c < memberships.names.size(); ++c) {
        const std::string& condition = memberships.names[c];
        if (!claims.wants({"", {condition}}, "focus_rank")) continue;  // of many cases only what is tested
        const auto mine = number_in(memberships, condition, *own);
        double others = 0, below = 0;
        for (std::size_t row = 0; row < memberships.rows(); ++row) {
            const auto y = number_in(memberships, outcome, row), x = number_in(memberships, condition, row);
            if (row == *own || !y || *y <= 0.5 || !x || !mine) continue;
            others += 1;
            below += *x < *mine ? 1 : 0;
        }
        claims.add({"", {condition}}, "focus_rank", "focus_rank", focus + ", " + condition,
                   others > 0 ? std::optional(below / others) : std::nullopt);
    }
}

}  // namespace tarazy
