#include "analyses/compare/robustness_claims.hpp"

#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <algorithm>
#include <optional>

namespace tarazy {
namespace {

class StatementsOfSweep {
public:
    explicit StatementsOfSweep(const AnalysisPlan& plan) : plan_(plan) {}

    /// @param about  the sentence or solution type; empty: none
    void add(const std::string& quantity, const std::string& about, const std::string& subject,
             std::optional<double> value, const std::string& unit, const std::string& formula) {
        Claim claim;
        claim.parts = {"", "", quantity, {}, ""};
        if (!about.empty()) claim.parts.about = {about};
        claim.id = series_claim_id(plan_.id, claim.parts);
        claim.analysis = plan_.id;
        claim.quantity = quantity;
        claim.subject = subject;
        claim.value = value;
        claim.unit = unit;
        claim.method = "compare robustness";
        claim.formula = formula;
        claim.formula_source = "this program; the protocol after Oana and Schneider 2021";
        claim.no_interval =
            "it tells how far the result depends on the coding and the cut-offs; the cases are no sample";
        claim.parameters = plan_.parameters.json();
        claim.inputs = uses(plan_, "all cases and every contestable cell");
        claim.reproduce = plan_.frame.command;
        claims_.push_back(std::move(claim));
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    const AnalysisPlan& plan_;
    std::vector<Claim> claims_;
};

void add_stated(StatementsOfSweep& claims, const Table& table) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string solution = text_in(table, "solution", row);
        std::string sentence = text_in(table, "claim", row);
        if (!solution.empty() && !sentence.starts_with(solution)) sentence = solution + ": " + sentence;
        claims.add("holds", sentence, sentence, number_in(table, "share", row), "share",
                   "share of the combinations of codings and cut-offs in which the sentence holds");
        claims.add("cells_to_overturn", sentence, sentence, number_in(table, "cells_to_overturn", row), "cells",
                   "fewest contestable cells that, coded otherwise, make the sentence false if it holds, true if not; "
                   "missing: no set of the size tried does");
    }
}

void add_solutions(StatementsOfSweep& claims, const Table& table) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string solution = text_in(table, "solution", row);
        const auto points = number_in(table, "points", row);
        const auto share = [&](const char* column) -> std::optional<double> {
            const auto value = number_in(table, column, row);
            if (!value || !points || *points <= 0) return std::nullopt;
            return *value / *points;
        };
        if (row == 0)
            claims.add("points", "", "combinations of codings and cut-offs", points, "combinations",
                       "number of combinations minimised");
        claims.add("as_coded", solution, solution + " solution", share("as_coded"), "share",
                   "share of the combinations with exactly the models of the cases as coded");
        claims.add("one_model", solution, solution + " solution", share("one_model"), "share",
                   "share of the combinations with exactly one model");
        claims.add("distinct_models", solution, solution + " solution", number_in(table, "distinct_models", row),
                   "models", "number of different models met");
    }
}

void add_cells(StatementsOfSweep& claims, const Table& cells, const Table* sweep) {
    claims.add("contestable_cells", "", "cells", static_cast<double>(cells.rows()), "cells",
               "cells whose record states another value, or that were coded with little confidence");
    for (std::size_t s = 0; sweep != nullptr && s < sweep->rows(); ++s) {
        const std::string solution = text_in(*sweep, "solution", s);
        double decisive = 0;
        for (std::size_t row = 0; row < cells.rows(); ++row) {
            const std::vector<std::string> changes = cells["changes"].list(row);
            decisive += std::ranges::find(changes, solution) != changes.end() ? 1 : 0;
        }
        claims.add("decisive_cells", solution, solution + " solution", decisive, "cells",
                   "contestable cells that alone, coded otherwise, change the models");
    }
}

}  // namespace

std::vector<Claim> robustness_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    StatementsOfSweep claims(plan);
    const Table* sweep = find_table(tables, "sweep");
    if (const Table* stated = find_table(tables, "")) add_stated(claims, *stated);
    if (sweep != nullptr) add_solutions(claims, *sweep);
    if (const Table* cells = find_table(tables, "cells")) add_cells(claims, *cells, sweep);
    return claims.take();
}

}  // namespace tarazy
