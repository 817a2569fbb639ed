#include "compare/robustness/robustness_tables.hpp"

#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

class SweepRows {
public:
    explicit SweepRows(std::uint64_t points) : points_(points) {}

    void add(const char* what, std::string_view solution, const std::string& text, std::uint64_t points,
             std::optional<bool> as_coded = {}) {
        add(what, solution, text, points, as_coded, std::nullopt, std::nullopt);
    }

    void add(const char* what, std::string_view solution, const std::string& text, std::uint64_t points,
             std::optional<bool> as_coded, std::optional<std::uint64_t> prime, std::optional<std::uint64_t> every) {
        rows_.add(what, solution, text, points, share(points), as_coded, prime, every, share(prime), share(every));
    }

    Table table() { return rows_.table(); }

private:
    std::optional<double> share(std::optional<std::uint64_t> points) const {
        if (!points || points_ == 0) return std::nullopt;
        return static_cast<double>(*points) / static_cast<double>(points_);
    }

    std::uint64_t points_;
    TableRows<TextColumn, TextColumn, TextColumn, IntegerColumn, RealColumn, IntegerColumn, IntegerColumn,
              IntegerColumn, RealColumn, RealColumn>
        rows_{{"what"},     {"solution"},        {"text"},        {"points"},      {"share"},
              {"as_coded"}, {"prime_implicant"}, {"every_model"}, {"prime_share"}, {"every_share"}};
};

void add_solution(const PropertySpace& space, const SweptSolution& solution, std::size_t listed, SweepRows& rows) {
    const std::string_view name = to_string(solution.kind);
    rows.add("points", name, "with models", solution.solved);
    rows.add("points", name, "without a model", solution.unsolved);
    rows.add("points", name, "stopped at a limit", solution.incomplete);
    rows.add("points", name, "with one model only", solution.one_model);
    rows.add("points", name, "with the models as coded", solution.as_coded);
    for (std::size_t m = 0; m < std::min(solution.models.size(), listed); ++m) {
        const SweptModel& model = solution.models[m];
        rows.add("model", name, model_text(space, model.terms), model.points,
                 std::ranges::binary_search(solution.coded.models, model.terms));
    }
    for (std::size_t t = 0; t < std::min(solution.terms.size(), listed); ++t) {
        const SweptTerm& term = solution.terms[t];
        const bool coded = std::ranges::any_of(solution.coded.models, [&](const std::vector<Literals>& model) {
            return std::ranges::find(model, term.term) != model.end();
        });
        rows.add("term", name, term_text(space, term.term), term.some, coded, term.prime, term.every);
    }
}

}  // namespace

Table sweep_rows(const PropertySpace& space, const Sweep& sweep, std::size_t listed) {
    SweepRows rows(sweep.points);
    for (const SweptStatement& one : sweep.statements)
        rows.add("claim", one.kind ? to_string(*one.kind) : "", one.statement.text, one.points, one.as_coded);
    for (const SweptSolution& solution : sweep.solutions) add_solution(space, solution, listed, rows);
    return rows.table();
}

Table cut_range_rows(const std::vector<std::pair<SolutionKind, std::vector<CutRange>>>& ranges) {
    TableRows rows(TextColumn{"solution"}, TextColumn{"cut"}, RealColumn{"above"}, RealColumn{"value"},
                   RealColumn{"up_to"});
    for (const auto& [kind, list] : ranges)
        for (const CutRange& range : list) rows.add(to_string(kind), range.cut, range.lower, range.value, range.upper);
    return rows.table();
}

Table cell_effect_rows(const Cases& cases, const std::vector<CellEffect>& effects) {
    TableRows rows(TextColumn{"case"}, TextColumn{"column"}, RealColumn{"value"}, RealColumn{"turned"},
                   IntegerColumn{"changes_models"}, IntegerColumn{"models_kept"}, IntegerColumn{"models"});
    for (const CellEffect& one : effects) {
        rows.add(cases.names[one.at], one.column, one.value, one.turned, one.changes_models, one.kept, one.models);
    }
    return rows.table();
}

Table robustness_fit_row(const RobustnessFit& fit) {
    TableRows rows(RealColumn{"RF_cons"}, RealColumn{"RF_cov"}, RealColumn{"RF_SC_minTS"}, RealColumn{"RF_SC_maxTS"},
                   RealColumn{"RCR_typ"}, RealColumn{"RCR_dev"}, IntegerColumn{"shaky_cases"},
                   IntegerColumn{"possible_cases"}, IntegerColumn{"RCR_rank"});
    rows.add(fit.consistency, fit.coverage, fit.overlap_min, fit.overlap_max, fit.typical, fit.deviant, fit.shaky,
             fit.possible, fit.rank);
    return rows.table();
}

}  // namespace tarazy
