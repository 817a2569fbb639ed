#include "compare/minimisation/comparison_tables.hpp"

#include <optional>
#include <set>

namespace tarazy {
namespace {

double real(const std::optional<double>& value) {
    return value.value_or(Column::missing_real);
}

struct TruthColumns {
    std::vector<std::int64_t> numbers, counts;
    std::vector<std::vector<std::string>> levels;
    std::vector<std::string> outcomes;
    std::vector<std::vector<std::string>> names, deviant;
    std::vector<double> inclusion, pri;

    void add_levels(const std::vector<int>& values) {
        for (std::size_t c = 0; c < values.size(); ++c) {
            levels[c].push_back(values[c] < 0 ? "-" : std::to_string(values[c]));
        }
    }

    void add_observed(const Cases& cases, const TruthRow& row) {
        numbers.push_back(row.number == 0 ? Column::missing_integer : static_cast<std::int64_t>(row.number));
        add_levels(row.levels);
        outcomes.emplace_back(1, static_cast<char>(row.outcome));
        counts.push_back(static_cast<std::int64_t>(row.count));
        inclusion.push_back(real(row.inclusion));
        pri.push_back(real(row.pri));
        names.push_back(case_names(cases, row.cases));
        deviant.push_back(
            case_names(cases, row.outcome == RowOutcome::positive ? row.deviant_cases : std::vector<std::size_t>{}));
    }

    void add_remainder(std::uint64_t number, const std::vector<int>& values) {
        numbers.push_back(static_cast<std::int64_t>(number));
        add_levels(values);
        outcomes.emplace_back("?");
        counts.push_back(0);
        inclusion.push_back(Column::missing_real);
        pri.push_back(Column::missing_real);
        names.emplace_back();
        deviant.emplace_back();
    }
};

Column level_column(const std::vector<std::string>& texts, bool does_not_apply) {
    if (does_not_apply) return Column(texts);
    std::vector<std::int64_t> numbers;
    for (const std::string& text : texts) numbers.push_back(std::stoll(text));
    return Column(std::move(numbers));
}

struct SolutionColumns {
    std::vector<std::string> solutions, terms;
    std::vector<std::vector<std::string>> names, deviant;
    std::vector<std::int64_t> models;
    std::vector<double> inclusion, pri, coverage, unique;

    void add(const Cases& cases, const NamedSolution& named, WorkStep& step) {
        for (std::size_t m = 0; m < named.solution.models.size(); ++m) {
            step.advance();
            const std::vector<Literals>& model = named.solution.models[m];
            const ModelFit fit = fit_model(cases, model);
            for (const TermFit& term : fit.terms) {
                add_row(named.name, m + 1, term_text(cases.space, term.term), term.fit, term.unique);
                add_cases(cases, term_membership(cases, term.term));
            }
            add_row(named.name, m + 1, model_text(cases.space, model), fit.model, std::nullopt);
            add_cases(cases, model_membership(cases, model));
        }
    }

    void add_row(const std::string& name, std::size_t model, const std::string& text, const SufficiencyFit& fit,
                 const std::optional<double>& covered_alone) {
        solutions.push_back(name);
        models.push_back(static_cast<std::int64_t>(model));
        terms.push_back(text);
        inclusion.push_back(real(fit.consistency));
        pri.push_back(real(fit.pri));
        coverage.push_back(real(fit.coverage));
        unique.push_back(real(covered_alone));
    }

    void add_cases(const Cases& cases, const std::vector<double>& set) {
        names.push_back(case_names(cases, cases_in(cases, set, true)));
        deviant.push_back(case_names(cases, cases_in(cases, set, false)));
    }
};

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
    TruthColumns columns;
    columns.levels.resize(cases.space.size());
    std::size_t next = 0;
    const std::uint64_t last = remainders ? cases.space.configurations() : 0;
    for (std::uint64_t number = 1; number <= last; ++number) {
        if (next < table.rows.size() && table.rows[next].number == number) {
            columns.add_observed(cases, table.rows[next++]);
        } else {
            columns.add_remainder(number, configuration_levels(cases.space, number));
        }
    }
    for (; next < table.rows.size(); ++next) columns.add_observed(cases, table.rows[next]);
    Table result;
    result.add("row", Column(std::move(columns.numbers)));
    const std::vector<std::string> names = condition_columns(cases.space);
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        const Condition& condition = cases.space.conditions[c];
        result.add(names[c], level_column(columns.levels[c], condition.does_not_apply));
    }
    result.add("OUT", Column(columns.outcomes));
    result.add("n", Column(std::move(columns.counts)));
    result.add("incl", Column(std::move(columns.inclusion)));
    result.add("PRI", Column(std::move(columns.pri)));
    result.add("cases", Column::of_lists(columns.names));
    result.add("deviant_cases", Column::of_lists(columns.deviant));
    return result;
}

Table solution_rows(const Cases& cases, const std::vector<NamedSolution>& solutions, const Work& work) {
    SolutionColumns columns;
    std::size_t models = 0;
    for (const NamedSolution& named : solutions) models += named.solution.models.size();
    WorkStep step(work, "fit of the models", models);
    for (const NamedSolution& named : solutions) columns.add(cases, named, step);
    Table result;
    result.add("solution", Column(columns.solutions));
    result.add("model", Column(std::move(columns.models)));
    result.add("term", Column(columns.terms));
    result.add("inclS", Column(std::move(columns.inclusion)));
    result.add("PRI", Column(std::move(columns.pri)));
    result.add("covS", Column(std::move(columns.coverage)));
    result.add("covU", Column(std::move(columns.unique)));
    result.add("cases", Column::of_lists(columns.names));
    result.add("deviant_cases", Column::of_lists(columns.deviant));
    return result;
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
    std::vector<std::string> texts, kinds;
    std::vector<double> inclusion, relevance, coverage;
    for (const NecessaryExpression& one : expressions) {
        texts.push_back(expression_text(cases.space, one));
        const char* joined = one.disjunction ? "disjunction" : "conjunction";
        kinds.emplace_back(one.literals.size() == 1 ? "single" : joined);
        inclusion.push_back(real(one.fit.inclusion));
        relevance.push_back(real(one.fit.relevance));
        coverage.push_back(real(one.fit.coverage));
    }
    Table table;
    table.add("expression", Column(texts));
    table.add("inclN", Column(std::move(inclusion)));
    table.add("RoN", Column(std::move(relevance)));
    table.add("covN", Column(std::move(coverage)));
    table.add("kind", Column(kinds));
    return table;
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
    return names;
}

}  // namespace tarazy
