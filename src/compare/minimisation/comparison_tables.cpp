#include "compare/minimisation/comparison_tables.hpp"

#include "table/table_parts.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace tarazy {
namespace {

class TruthRows {
public:
    explicit TruthRows(const Cases& cases) : cases_(cases), levels_(cases.space.size()) {}

    void add_observed(const TruthRow& row) {
        numbers_.push_back(row.number == 0 ? Column::missing_integer : static_cast<std::int64_t>(row.number));
        add_levels(row.levels);
        const auto& deviant = row.outcome == RowOutcome::positive ? row.deviant_cases : std::vector<std::size_t>{};
        rows_.add(std::string(1, static_cast<char>(row.outcome)), row.count, row.inclusion, row.pri,
                  case_names(cases_, row.cases), case_names(cases_, deviant));
    }

    void add_remainder(std::uint64_t number) {
        numbers_.push_back(static_cast<std::int64_t>(number));
        add_levels(configuration_levels(cases_.space, number));
        rows_.add("?", 0, std::nullopt, std::nullopt, {}, {});
    }

    Table table();

private:
    void add_levels(const std::vector<int>& values) {
        for (std::size_t c = 0; c < values.size(); ++c)
            levels_[c].push_back(values[c] < 0 ? "-" : std::to_string(values[c]));
    }

    const Cases& cases_;
    std::vector<std::int64_t> numbers_;
    std::vector<std::vector<std::string>> levels_;
    TableRows<TextColumn, IntegerColumn, RealColumn, RealColumn, ListColumn, ListColumn> rows_{
        {"OUT"}, {"n"}, {"incl"}, {"PRI"}, {"cases"}, {"deviant_cases"}};
};

Column level_column(const std::vector<std::string>& texts, bool does_not_apply) {
    if (does_not_apply) return Column(texts);
    std::vector<std::int64_t> numbers;
    for (const std::string& text : texts) numbers.push_back(std::stoll(text));
    return Column(std::move(numbers));
}

Table TruthRows::table() {
    Table result;
    result.add("row", Column(std::move(numbers_)));
    const std::vector<std::string> names = condition_columns(cases_.space);
    for (std::size_t c = 0; c < levels_.size(); ++c)
        result.add(names[c], level_column(levels_[c], cases_.space.conditions[c].does_not_apply));
    add_columns(result, rows_.table());
    return result;
}

}  // namespace

bool remainders_listable(const PropertySpace& space) {
    constexpr std::uint64_t most_listed = 4096;
    for (const Condition& condition : space.conditions) {
        if (condition.does_not_apply) return false;
    }
    return space.configurations() != 0 && space.configurations() <= most_listed;
}

std::vector<std::string> condition_columns(const PropertySpace& space) {
    std::set<std::string> taken = {"row",  "OUT", "OUT_lowest", "OUT_highest",  "n",
                                   "incl", "PRI", "cases",      "deviant_cases"};
    const std::set<std::string> own = taken;
    for (const Condition& condition : space.conditions) taken.insert(condition.name);
    std::vector<std::string> names;
    for (const Condition& condition : space.conditions) {
        std::string name = condition.name;
        if (own.contains(name)) {
            do name += "_condition";
            while (!taken.insert(name).second);
        }
        names.push_back(std::move(name));
    }
    return names;
}

Table truth_rows(const Cases& cases, const TruthTable& table, bool remainders) {
    TruthRows rows(cases);
    std::size_t next = 0;
    const std::uint64_t last = remainders ? cases.space.configurations() : 0;
    for (std::uint64_t number = 1; number <= last; ++number) {
        if (next < table.rows.size() && table.rows[next].number == number) {
            rows.add_observed(table.rows[next++]);
        } else {
            rows.add_remainder(number);
        }
    }
    for (; next < table.rows.size(); ++next) rows.add_observed(table.rows[next]);
    return rows.table();
}

Table membership_rows(const Cases& cases) {
    Table rows;
    rows.add("case", Column(cases.names));
    rows.add(cases.outcome_name, Column(cases.outcome));
    for (std::size_t c = 0; c < cases.space.size(); ++c)
        rows.add(cases.space.conditions[c].name, Column(cases.membership[c]));
    return rows;
}

Table solution_rows(const Cases& cases, const std::vector<NamedSolution>& solutions, const Work& work) {
    TableRows rows(TextColumn{"solution"}, IntegerColumn{"model"}, TextColumn{"term"}, RealColumn{"inclS"},
                   RealColumn{"PRI"}, RealColumn{"covS"}, RealColumn{"covU"}, ListColumn{"cases"},
                   ListColumn{"deviant_cases"});
    std::size_t models = 0;
    for (const NamedSolution& named : solutions) models += named.solution.models.size();
    WorkStep step(work, "fit of the models", models);
    for (const NamedSolution& named : solutions) {
        for (std::size_t m = 0; m < named.solution.models.size(); ++m) {
            step.advance();
            const std::vector<Literals>& model = named.solution.models[m];
            const ModelFit fitted = fit_model(cases, model);
            const auto add = [&](const std::string& text, const SufficiencyFit& fit, std::optional<double> unique,
                                 const std::vector<double>& set) {
                rows.add(named.name, m + 1, text, fit.consistency, fit.pri, fit.coverage, unique,
                         case_names(cases, cases_in(cases, set, true)), case_names(cases, cases_in(cases, set, false)));
            };
            for (const TermFit& term : fitted.terms)
                add(term_text(cases.space, term.term), term.fit, term.unique, term_membership(cases, term.term));
            add(model_text(cases.space, model), fitted.model, std::nullopt, model_membership(cases, model));
        }
    }
    return rows.table();
}

std::vector<NecessaryExpression> single_literals(const Cases& cases) {
    std::vector<NecessaryExpression> result;
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        for (unsigned level = cases.space.conditions[c].levels; level-- > 0;) {
            const Literals literal = cases.space.literal(c, level);
            result.push_back(
                {literal, false, necessity(term_membership(cases, literal), cases.outcome, cases.weights)});
        }
    }
    return result;
}

Table necessity_rows(const Cases& cases, const std::vector<NecessaryExpression>& expressions) {
    TableRows rows(TextColumn{"expression"}, RealColumn{"inclN"}, RealColumn{"RoN"}, RealColumn{"covN"},
                   TextColumn{"kind"});
    for (const NecessaryExpression& one : expressions) {
        const char* kind = one.literals.size() == 1 ? "single" : one.disjunction ? "disjunction" : "conjunction";
        rows.add(expression_text(cases.space, one), one.fit.inclusion, one.fit.relevance, one.fit.coverage, kind);
    }
    return rows.table();
}

std::vector<std::size_t> cases_in(const Cases& cases, const std::vector<double>& set, bool with) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (set[i] > 0.5 && (with ? cases.outcome[i] > 0.5 : cases.outcome[i] < 0.5)) members.push_back(i);
    }
    return members;
}

std::vector<std::string> case_names(const Cases& cases, const std::vector<std::size_t>& members) {
    std::vector<std::string> names;
    for (const std::size_t i : members) names.push_back(cases.names[i]);
    std::ranges::sort(names, stands_before);
    return names;
}

}  // namespace tarazy
