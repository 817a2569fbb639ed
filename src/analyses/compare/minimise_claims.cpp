#include "analyses/compare/minimise_claims.hpp"

#include "analyses/compare/comparison_plan.hpp"
#include "analyses/compare/focus_claims.hpp"
#include "base/text_lists.hpp"
#include "study/claim_cells.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace tarazy {
namespace {

constexpr std::array<const char*, 3> solution_types = {"conservative", "parsimonious", "intermediate"};

void add_fit_claims(ComparisonClaimList& claims, const Table& table, const Place& place, const std::string& subject,
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

void add_solution_claims(ComparisonClaimList& claims, const Table& table, const std::vector<ModelRows>& all,
                         const std::optional<std::string>& focus, double with_outcome) {
    for (const std::string kind : solution_types) {
        const std::vector<const ModelRows*> models = models_of(all, kind);
        if (models.empty() && kind == "intermediate") continue;  // no expectation was given
        const std::string statement = joined(models, "; ", [](const ModelRows* model) { return model->whole.term; });
        claims.add({kind, {}}, "models", "models", kind + " solution", static_cast<double>(models.size())).statement =
            statement;
        claims.add({kind, {}}, "incl", "incl", kind + " solution, least of its models", least(table, models, "inclS"));
        claims.add({kind, {}}, "cov", "cov", kind + " solution, least of its models", least(table, models, "covS"));
        if (focus) add_focus_terms(claims, kind, models, *focus, with_outcome);
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

void add_row_claims(ComparisonClaimList& claims, const Table& rows, const std::optional<std::string>& focus) {
    double positive = 0, contradictory = 0;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const std::string out = rows["OUT"].display(row), number = rows["row"].display(row);
        positive += out == "1" ? 1 : 0;
        contradictory += out == "C" ? 1 : 0;
        if (number.empty()) continue;  // the space is too large to number its rows
        const std::string subject = "row " + number + " of the truth table";
        claims.add({"row", {number}}, "incl", "incl", subject, number_in(rows, "incl", row));
        claims.add({"row", {number}}, "PRI", "PRI", subject, number_in(rows, "PRI", row));
    }
    claims.add({}, "rows", "rows", "configurations with cases", static_cast<double>(rows.rows()));
    claims.add({}, "positive_rows", "rows", "configurations that go with the outcome", positive);
    claims.add({}, "contradictory_rows", "rows", "contradictory configurations", contradictory);
    if (focus) add_focus_row(claims, rows, *focus);
}

void add_single_claims(ComparisonClaimList& claims, const Table& table, const std::string& prefix,
                       const std::array<std::array<const char*, 3>, 3>& columns) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string expression = text_in(table, "expression", row);
        for (const auto& [column, name, wording] : columns)
            claims.add({prefix, {expression}}, name, wording, expression, number_in(table, column, row));
    }
}

/// Case, outcome and conditions, and what follows from them alone.
struct CasesTold {
    const Table* memberships = nullptr;
    std::vector<std::string> with_outcome;
    double count = 0;
    std::optional<std::string> focus;  ///< if it is a case

    CasesTold(const AnalysisPlan& plan, const Table* table) : memberships(table) {
        const std::string name = focus_case(plan);
        for (std::size_t row = 0; table != nullptr && row < table->rows(); ++row) {
            std::string here = text_in(*table, "case", row);
            if (here == name) focus = name;
            if (number_in(*table, table->names[1], row).value_or(0) > 0.5) with_outcome.push_back(std::move(here));
            count += 1;
        }
    }
    [[nodiscard]] double outcomes() const { return static_cast<double>(with_outcome.size()); }
};

void add_claims(ComparisonClaimList& claims, const CasesTold& cases, const std::vector<ResultTable>& tables) {
    claims.add({}, "cases", "count", "cases", cases.count);
    claims.add({}, "cases_with_outcome", "count", "cases with membership above 0.5 in the outcome", cases.outcomes());
    if (const Table* rows = find_table(tables, "truth_table")) add_row_claims(claims, *rows, cases.focus);
    if (const Table* main = find_table(tables, ""))
        add_solution_claims(claims, *main, model_rows(*main), cases.focus, cases.outcomes());
    if (const Table* table = find_table(tables, "necessity"))
        add_single_claims(claims, *table, "necessity",
                          {{{"inclN", "incl", "inclN"}, {"RoN", "RoN", "RoN"}, {"covN", "cov", "covN"}}});
    if (const Table* table = find_table(tables, "sufficiency"))
        add_single_claims(claims, *table, "sufficiency",
                          {{{"inclS", "incl", "incl"}, {"PRI", "PRI", "PRI"}, {"covS", "cov", "cov"}}});
    if (cases.focus && cases.memberships != nullptr) add_focus_ranks(claims, *cases.memberships, *cases.focus);
}

/// What tests ask of the state studied, asked of every other case with the outcome: a test that most of them pass says
/// little of this one.
void add_others(ComparisonClaimList& claims, const CasesTold& cases, const std::vector<ResultTable>& tables,
                const std::set<std::string>& tested) {
    if (!cases.focus || std::ranges::none_of(tested, about_focus)) return;
    const Table *rows = find_table(tables, "truth_table"), *main = find_table(tables, "");
    const std::vector<ModelRows> all = main != nullptr ? model_rows(*main) : std::vector<ModelRows>{};
    std::map<std::string, std::vector<const ModelRows*>> by_type;
    for (const std::string type : solution_types) by_type[type] = models_of(all, type);
    for (const std::string& name : cases.with_outcome) {
        if (name == cases.focus) continue;
        claims.go_on_with(name, tested);
        if (rows != nullptr) add_focus_row(claims, *rows, name);
        for (const std::string kind : solution_types) {
            const std::vector<const ModelRows*>& models = by_type.at(kind);
            if (main == nullptr || (models.empty() && kind == "intermediate")) continue;
            add_focus_terms(claims, kind, models, name, cases.outcomes());
        }
        add_focus_ranks(claims, *cases.memberships, name);
    }
}

std::set<std::string> tested_in(const AnalysisPlan& plan) {
    return {plan.tested.begin(), plan.tested.end()};
}

}  // namespace

bool about_focus(const std::string& quantity) {
    if (quantity.starts_with("state.")) return false;
    return quantity.starts_with("focus_") || quantity.find(".focus_") != std::string::npos;
}

std::vector<Claim> minimise_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    const CasesTold cases(plan, find_table(tables, "memberships"));
    const std::set<std::string> tested = tested_in(plan);
    ComparisonClaimList claims(plan);
    add_claims(claims, cases, tables);
    add_others(claims, cases, tables, tested);
    return claims.take();
}

std::vector<Claim> tested_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    const std::set<std::string> tested = tested_in(plan);
    const CasesTold cases(plan, find_table(tables, "memberships"));
    ComparisonClaimList claims(plan, &tested), others(plan);
    add_claims(claims, cases, tables);
    add_others(others, cases, tables, tested);
    std::vector<Claim> all = claims.take();
    for (Claim& claim : others.take()) all.push_back(std::move(claim));
    return all;
}

}  // namespace tarazy
