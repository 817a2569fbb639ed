#include "analyses/compare/minimise_claims.hpp"

#include "analyses/compare/comparison_plan.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace tarazy {
namespace {

struct TermRow {
    std::string term;
    std::vector<std::string> cases, deviant;
    std::size_t row = 0;

    [[nodiscard]] bool covers(const std::string& name) const {
        return std::ranges::find(cases, name) != cases.end() || std::ranges::find(deviant, name) != deviant.end();
    }
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

/// Which part of the result a number belongs to, and what it is about: `necessity`, {"~A"}.
struct Place {
    std::string domain;
    std::vector<std::string> about;
};

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

/// The models of a solution type; one that several pairs share counts once.
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

struct Wording {
    const char* unit;
    const char* formula;
    const char* source;
};

const std::map<std::string, Wording>& wordings() {
    static const std::map<std::string, Wording> texts = {
        {"count", {"cases", "number of rows of the table of cases that are used", "counting"}},
        {"rows", {"rows", "number of configurations that some case has", "Ragin 1987"}},
        {"models", {"models", "number of models of the solution", "Ragin 1987; covers after Petrick 1956"}},
        {"incl", {"share", "inclS = sum min(x, y) / sum x", "Ragin 2006, eq. 1"}},
        {"PRI",
         {"share", "(sum min(x, y) - sum min(x, y, 1 - y)) / (sum x - sum min(x, y, 1 - y))",
          "Schneider and Wagemann 2012"}},
        {"cov", {"share", "covS = sum min(x, y) / sum y", "Ragin 2006, eq. 2"}},
        {"covU", {"share", "coverage of the outcome by this term and no other of the model", "Ragin 2006"}},
        {"inclN", {"share", "inclN = sum min(x, y) / sum y", "Ragin 2006"}},
        {"RoN", {"share", "sum (1 - x) / sum (1 - min(x, y))", "Schneider and Wagemann 2012, ch. 9"}},
        {"covN", {"share", "covN = sum min(x, y) / sum x", "Goertz 2006"}},
        {"focus_shared",
         {"share",
          "largest number of cases with the outcome that one term over this case covers / number of cases with the "
          "outcome; the least among the models",
          "this program"}},
        {"focus_alone",
         {"share", "share of the models in which some term covers this case and no other case with the outcome",
          "this program"}},
        {"focus_rank",
         {"share", "share of the other cases with the outcome that have a lower membership in the condition",
          "this program"}},
    };
    return texts;
}

class ClaimList {
public:
    explicit ClaimList(const AnalysisPlan& plan)
        : plan_(plan), command_("tarazy compare minimise" + comparison_command(plan)) {}

    /// @param name  as the id calls the quantity; `wording` is how it is measured
    Claim& add(const Place& place, const std::string& name, const std::string& wording, const std::string& subject,
               std::optional<double> value, const std::string& rows = "all cases") {
        const Wording& text = wordings().at(wording);
        Claim claim;
        claim.parts = {"", place.domain, name, place.about, ""};
        claim.id =
            place.domain.empty() ? series_claim_id(plan_.id, claim.parts) : comparison_claim_id(plan_.id, claim.parts);
        claim.analysis = plan_.id;
        claim.quantity = wording;
        claim.subject = subject;
        claim.value = value;
        claim.unit = text.unit;
        claim.method = "compare minimise";
        claim.formula = text.formula;
        claim.formula_source = text.source;
        claim.no_interval =
            "it describes the cases as they are coded, which are no sample; other codings are the matter of "
            "compare.robustness";
        claim.parameters = plan_.parameters.json();
        claim.inputs = uses(plan_, rows);
        claim.reproduce = command_;
        claims_.push_back(std::move(claim));
        return claims_.back();
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    const AnalysisPlan& plan_;
    std::string command_;
    std::vector<Claim> claims_;
};

void add_fit_claims(ClaimList& claims, const Table& table, const Place& place, const std::string& subject,
                    std::size_t row, bool term) {
    claims.add(place, "incl", "incl", subject, number_in(table, "inclS", row));
    claims.add(place, "PRI", "PRI", subject, number_in(table, "PRI", row));
    claims.add(place, "cov", "cov", subject, number_in(table, "covS", row));
    if (term) claims.add(place, "covU", "covU", subject, number_in(table, "covU", row));
}

/// Numbers of more models than this would bury the others; the table holds them all.
constexpr std::size_t models_claimed = 20;

std::optional<double> least(const Table& table, const std::vector<const ModelRows*>& models, const char* column) {
    std::optional<double> result;
    for (const ModelRows* model : models) {
        const auto value = number_in(table, column, model->whole.row);
        if (!value) return std::nullopt;
        result = std::min(result.value_or(*value), *value);
    }
    return result;
}

void add_focus_claims(ClaimList& claims, const std::string& kind, const std::vector<const ModelRows*>& models,
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

void add_solution_claims(ClaimList& claims, const Table& table, const std::optional<std::string>& focus,
                         double with_outcome) {
    const std::vector<ModelRows> all = model_rows(table);
    for (const std::string kind : {"conservative", "parsimonious", "intermediate"}) {
        const std::vector<const ModelRows*> models = models_of(all, kind);
        if (models.empty() && kind == "intermediate") continue;  // no expectation was given
        const std::string statement = joined(models, "; ", [](const ModelRows* model) { return model->whole.term; });
        claims.add({kind, {}}, "models", "models", kind + " solution", static_cast<double>(models.size())).statement =
            statement;
        claims.add({kind, {}}, "incl", "incl", kind + " solution, least of its models", least(table, models, "inclS"));
        claims.add({kind, {}}, "cov", "cov", kind + " solution, least of its models", least(table, models, "covS"));
        if (focus) add_focus_claims(claims, kind, models, *focus, with_outcome);
        for (std::size_t m = 0; m < std::min(models.size(), models_claimed); ++m) {
            const ModelRows& model = *models[m];
            const std::string of = model.solution + " solution, model " + model.number;
            add_fit_claims(claims, table, {kind, model.about()}, of, model.whole.row, false);
            for (const TermRow& term : model.terms)
                add_fit_claims(claims, table, {kind, model.about(term.term)}, of + ", term " + term.term, term.row,
                               true);
        }
    }
}

void add_row_claims(ClaimList& claims, const Table& rows, const std::optional<std::string>& focus) {
    double positive = 0, contradictory = 0;
    std::optional<double> focus_row;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const std::string out = rows["OUT"].display(row), number = rows["row"].display(row);
        const std::vector<std::string> members = rows["cases"].list(row);
        positive += out == "1" ? 1 : 0;
        contradictory += out == "C" ? 1 : 0;
        if (focus && std::ranges::find(members, *focus) != members.end())
            focus_row = static_cast<double>(members.size());
        if (number.empty()) continue;  // the space is too large to number its rows
        const std::string subject = "row " + number + " of the truth table";
        claims.add({"row", {number}}, "incl", "incl", subject, number_in(rows, "incl", row));
        claims.add({"row", {number}}, "PRI", "PRI", subject, number_in(rows, "PRI", row));
    }
    claims.add({}, "rows", "rows", "configurations with cases", static_cast<double>(rows.rows()));
    claims.add({}, "positive_rows", "rows", "configurations that go with the outcome", positive);
    claims.add({}, "contradictory_rows", "rows", "contradictory configurations", contradictory);
    if (focus) claims.add({}, "focus_row_cases", "count", "cases in the configuration of " + *focus, focus_row);
}

/// Of the condition columns of the memberships, how many cases with the outcome lie below the focus.
void add_rank_claims(ClaimList& claims, const Table& memberships, const std::string& focus) {
    std::optional<std::size_t> own;
    for (std::size_t row = 0; row < memberships.rows(); ++row)
        if (text_in(memberships, "case", row) == focus) own = row;
    if (!own) return;
    const std::string& outcome = memberships.names[1];
    for (std::size_t c = 2; c < memberships.names.size(); ++c) {
        const std::string& condition = memberships.names[c];
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

void add_single_claims(ClaimList& claims, const Table& table, const std::string& prefix,
                       const std::array<std::array<const char*, 3>, 3>& columns) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string expression = text_in(table, "expression", row);
        for (const auto& [column, name, wording] : columns)
            claims.add({prefix, {expression}}, name, wording, expression, number_in(table, column, row));
    }
}

}  // namespace

std::vector<Claim> minimise_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    ClaimList claims(plan);
    const Table* memberships = find_table(tables, "memberships");
    std::optional<std::string> focus;
    double cases = 0, with_outcome = 0;
    for (std::size_t row = 0; memberships != nullptr && row < memberships->rows(); ++row) {
        if (text_in(*memberships, "case", row) == focus_case(plan)) focus = focus_case(plan);
        with_outcome += number_in(*memberships, memberships->names[1], row).value_or(0) > 0.5 ? 1 : 0;
        cases += 1;
    }
    claims.add({}, "cases", "count", "cases", cases);
    claims.add({}, "cases_with_outcome", "count", "cases with membership above 0.5 in the outcome", with_outcome);
    if (const Table* rows = find_table(tables, "truth_table")) add_row_claims(claims, *rows, focus);
    if (const Table* main = find_table(tables, "")) add_solution_claims(claims, *main, focus, with_outcome);
    if (const Table* table = find_table(tables, "necessity"))
        add_single_claims(claims, *table, "necessity",
                          {{{"inclN", "incl", "inclN"}, {"RoN", "RoN", "RoN"}, {"covN", "cov", "covN"}}});
    if (const Table* table = find_table(tables, "sufficiency"))
        add_single_claims(claims, *table, "sufficiency",
                          {{{"inclS", "incl", "incl"}, {"PRI", "PRI", "PRI"}, {"covS", "cov", "cov"}}});
    if (focus && memberships != nullptr) add_rank_claims(claims, *memberships, *focus);
    return claims.take();
}

}  // namespace tarazy
