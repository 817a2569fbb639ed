#include "analyses/compare/other_readings.hpp"

#include "analyses/compare/comparison_plan.hpp"
#include "analyses/compare/minimise_claims.hpp"
#include "analyses/compare/minimise_tables.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "compare/robustness/coding_uncertainty.hpp"
#include "compare/sets/expression.hpp"
#include "compare/sets/row_coding.hpp"
#include "table/table_parts.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t readings_at_once = 512;
constexpr std::size_t solved_tables_kept = 4096;

struct Reading {
    const ContestableCell* cell = nullptr;
    double other = 0;  ///< as in the file
};

/// Which parts of the result the tested numbers stand in.
struct PartsNeeded {
    std::set<SolutionKind> solutions;
    std::vector<std::string> necessary;  ///< expressions that may be more than a literal
    bool rows = false, necessity = false, sufficiency = false;

    explicit PartsNeeded(const std::vector<std::string>& tested) {
        for (const std::string& quantity : tested) {
            for (const SolutionKind kind : solution_kinds)
                if (quantity.starts_with(std::string(to_string(kind)) + '.')) solutions.insert(kind);
            rows = rows || quantity.starts_with("row.") || quantity.ends_with("rows") || quantity == "focus_row_cases";
            sufficiency = sufficiency || quantity.starts_with("sufficiency.");
            if (!quantity.starts_with("necessity.")) continue;
            necessity = true;
            const std::size_t start = quantity.find('.') + 1;
            necessary.push_back(quantity.substr(start, std::max(quantity.rfind('.'), start) - start));
        }
    }
};

/// A tested number: nothing where there is none, not even a missing one.
struct ToldNumber {
    std::optional<double> value;
    std::string statement;
    friend bool operator==(const ToldNumber&, const ToldNumber&) = default;
};
using ToldNumbers = std::map<std::string, ToldNumber>;

using NamedSolutions = std::vector<NamedSolution>;

/// A case table as one reading has it.
struct ReadCases {
    std::optional<ComparisonPlan> comparison;  ///< nothing: these cases cannot be compared
    TruthTable table;
    std::string key;  ///< equal for equal coded rows of equal conditions
    const std::optional<NamedSolutions>* solutions = nullptr;
    ToldNumbers told;
};

Table with_value(const Table& table, std::size_t row, const std::string& name, double value) {
    Table changed = table;
    Column& column = changed.columns[*table.find(name)];
    if (column.type() == ColumnType::text) {
        std::vector<std::string> cells;
        for (std::size_t r = 0; r < column.size(); ++r)
            cells.push_back(r == row ? number_text(value) : column.display(r));
        column = Column(cells);
        return changed;
    }
    std::vector<double> cells;
    for (std::size_t r = 0; r < column.size(); ++r) cells.push_back(r == row ? value : real_or_missing(column.real(r)));
    column = Column(std::move(cells));
    return changed;
}

/// The expression with its fit; nothing when it is no conjunction or disjunction of literals.
std::optional<NecessaryExpression> necessary_expression(const Cases& cases, const std::string& text) {
    std::vector<Literals> terms;
    try {
        terms = parse_expression(text, cases.space);
    } catch (const UsageError&) {
        return std::nullopt;  // no reading of the cases has such a condition
    }
    if (terms.empty()) return std::nullopt;
    NecessaryExpression one{terms.front(), terms.size() > 1, {}};
    for (const Literals term : terms) {
        if (one.disjunction && term.several()) return std::nullopt;
        one.literals = one.literals | term;
    }
    one.fit = necessity(model_membership(cases, terms), cases.outcome, cases.weights);
    return one;
}

class ReadingTeller {
public:
    ReadingTeller(const AnalysisPlan& plan, const RoleTables& data)
        : plan_(plan), data_(data), needed_(plan.tested), as_recorded_(comparison_of(plan, data)) {
        each_ = plan;
        each_.frame.work = plan.frame.work.unheard();
        CodingUncertaintyOptions options;
        options.columns.case_column = plan.parameters.get<std::string>("case_column");
        options.columns.case_table = data.at("cases");
        coding_ = read_coding_uncertainty(*data.at("cells"), as_recorded_.cases, options);
        for (const ContestableCell& cell : coding_.cells)
            for (const double other : cell.others_written) readings_.push_back({&cell, other});
        const std::vector<std::string> names = require_texts(*data.at("cases"), options.columns.case_column);
        for (std::size_t row = 0; row < names.size(); ++row) row_of_.emplace(names[row], row);
    }

    Table table() {
        std::vector<ReadCases> recorded(1);
        recorded[0].comparison = as_recorded_;
        code(recorded[0]);
        tell(recorded);
        before_ = std::move(recorded[0].told);
        WorkStep step(plan_.frame.work, "other readings of cells", readings_.size());
        for (std::size_t begin = 0; begin < readings_.size(); begin += readings_at_once) {
            const std::size_t count = std::min(readings_at_once, readings_.size() - begin);
            std::vector<ReadCases> read(count);
            parallel_chunks(
                count, 4, plan_.frame.threads,
                [&](std::size_t from, std::size_t to) {
                    for (std::size_t k = from; k < to; ++k) read[k] = read_cases_of(readings_[begin + k]);
                },
                each_.frame.work);
            tell(read);
            for (std::size_t k = 0; k < count; ++k) add_rows(readings_[begin + k], read[k].told);
            step.advance(count);
        }
        return rows_.table();
    }

private:
    const std::string& written_column(const ContestableCell& cell) const {
        const Cases& cases = as_recorded_.cases;
        return cell.column < cases.space.size() ? cases.space.conditions[cell.column].name
                                                : cases.outcome_column.column;
    }

    /// The cases with the value in their table, read anew: what follows from it (levels, borders) is then as it would
    /// be in a study of that file.
    ReadCases read_cases_of(const Reading& reading) const {
        const std::size_t row = row_of_.at(as_recorded_.cases.names[reading.cell->at]);
        const Table cases = with_value(*data_.at("cases"), row, written_column(*reading.cell), reading.other);
        RoleTables tables = data_;
        tables["cases"] = &cases;
        ReadCases read;
        try {
            read.comparison = comparison_of(each_, tables);
        } catch (const InputError&) {
            return read;
        }
        code(read);
        return read;
    }

    void code(ReadCases& read) const {
        if (!needed_.rows && needed_.solutions.empty()) return;
        read.table = truth_table(read.comparison->cases, read.comparison->cuts, each_.frame.work);
        for (const Condition& condition : read.comparison->cases.space.conditions)
            read.key += std::to_string(condition.levels) + (condition.multi_value ? "m" : "s");
        read.key += row_key(coded_rows(read.table));
    }

    /// Solves the tables not met before, each once, and makes the claims of all of them.
    void tell(std::vector<ReadCases>& read) {
        if (!needed_.solutions.empty()) solve(read);
        parallel_chunks(
            read.size(), 4, plan_.frame.threads,
            [&](std::size_t from, std::size_t to) {
                for (std::size_t k = from; k < to; ++k)
                    if (read[k].comparison) read[k].told = told(read[k]);
            },
            each_.frame.work);
    }

    void solve(std::vector<ReadCases>& read) {
        if (solved_.size() > solved_tables_kept) solved_.clear();
        std::vector<std::pair<const ReadCases*, std::optional<NamedSolutions>*>> fresh;
        for (ReadCases& one : read) {
            if (!one.comparison) continue;
            const auto [at, is_new] = solved_.try_emplace(one.key);
            one.solutions = &at->second;
            if (is_new) fresh.emplace_back(&one, &at->second);
        }
        parallel_chunks(
            fresh.size(), 1, plan_.frame.threads,
            [&](std::size_t from, std::size_t to) {
                for (std::size_t k = from; k < to; ++k) *fresh[k].second = solved(*fresh[k].first);
            },
            each_.frame.work);
    }

    /// Nothing where there is nothing to explain.
    std::optional<NamedSolutions> solved(const ReadCases& read) const {
        ComparisonPlan comparison = *read.comparison;
        comparison.minimise.work = each_.frame.work;
        try {
            return named_solutions(comparison, read.table, needed_.solutions);
        } catch (const InputError&) {
            return std::nullopt;
        }
    }

    ToldNumbers told(const ReadCases& read) const {
        const Cases& cases = read.comparison->cases;
        std::vector<ResultTable> tables;
        tables.push_back({"memberships", membership_table(cases)});
        if (read.solutions != nullptr && *read.solutions)
            tables.push_back({"", solution_rows(cases, **read.solutions, each_.frame.work)});
        if (needed_.rows) tables.push_back({"truth_table", truth_rows(cases, read.table, false)});
        if (needed_.sufficiency) tables.push_back({"sufficiency", sufficiency_table(cases)});
        if (needed_.necessity) tables.push_back({"necessity", necessity_rows(cases, necessary_of(cases))});
        ToldNumbers numbers;
        for (const Claim& claim : tested_claims(plan_, tables))
            numbers[claim.id.substr(plan_.id.size() + 1)] = {claim.value, claim.statement};
        return numbers;
    }

    std::vector<NecessaryExpression> necessary_of(const Cases& cases) const {
        std::vector<NecessaryExpression> all = single_literals(cases);
        for (const std::string& text : needed_.necessary) {
            const std::optional<NecessaryExpression> one = necessary_expression(cases, text);
            const auto known = [&](const NecessaryExpression& other) {
                return other.literals == one->literals && other.disjunction == one->disjunction;
            };
            if (one && one->literals.several() && std::ranges::none_of(all, known)) all.push_back(*one);
        }
        return all;
    }

    /// The tested ones, then those of the other cases, which say whether a test tells the focus from them.
    std::vector<std::string> quantities_of(const ToldNumbers& now) const {
        std::set<std::string> others;
        for (const ToldNumbers* told : {&before_, &now}) {
            for (const auto& [quantity, number] : *told)
                if (quantity.starts_with("state.")) others.insert(quantity);
        }
        std::vector<std::string> all = plan_.tested;
        for (const std::string& other : others)
            if (std::ranges::find(all, other) == all.end()) all.push_back(other);
        return all;
    }

    void add_rows(const Reading& reading, const ToldNumbers& now) {
        bool differs = false;
        const auto number_of = [](const ToldNumbers& told, const std::string& quantity) {
            const auto found = told.find(quantity);
            return found == told.end() ? ToldNumber{} : found->second;
        };
        for (const std::string& quantity : quantities_of(now)) {
            const ToldNumber number = number_of(now, quantity);
            if (number == number_of(before_, quantity)) continue;
            differs = true;
            add_row(reading, quantity, number);
        }
        if (!differs) add_row(reading, "", {});
    }

    void add_row(const Reading& reading, const std::string& quantity, const ToldNumber& number) {
        const ContestableCell& cell = *reading.cell;
        rows_.add(plan_.input("cells")->key, as_recorded_.cases.names[cell.at], written_column(cell),
                  number_text(cell.written), number_text(reading.other),
                  cell.stated ? "stated alternative" : "low confidence", quantity, number.value, number.statement);
    }

    const AnalysisPlan& plan_;
    const RoleTables& data_;
    AnalysisPlan each_;  ///< of one reading
    PartsNeeded needed_;
    ComparisonPlan as_recorded_;
    CodingUncertainty coding_;
    std::vector<Reading> readings_;
    std::map<std::string, std::size_t> row_of_;
    std::map<std::string, std::optional<NamedSolutions>> solved_;
    ToldNumbers before_;
    TableRows<TextColumn, TextColumn, TextColumn, TextColumn, TextColumn, TextColumn, TextColumn, RealColumn,
              TextColumn>
        rows_{{"data"},  {"entry"},    {"variable"}, {"as_recorded"}, {"other"},
              {"basis"}, {"quantity"}, {"value"},    {"statement"}};
};

}  // namespace

Table other_readings(const AnalysisPlan& plan, const RoleTables& data) {
    if (!data.contains("cells")) return {};
    return ReadingTeller(plan, data).table();
}

}  // namespace tarazy
