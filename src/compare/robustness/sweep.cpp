#include "compare/robustness/sweep.hpp"

#include "base/parallel.hpp"
#include "compare/robustness/sweep_grid.hpp"
#include "compare/robustness/sweep_tally.hpp"
#include "compare/sets/row_coding.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t block_points = 8192;                  // coded together, then counted in their order
constexpr std::size_t remembered_bytes = 48 * 1024 * 1024;  // of coded tables; then the memory starts anew

/// What one distinct coded table counts for.
struct TableEntry {
    struct Kind {
        SweepTally::Entry counts;
        bool complete = true, any = false, one = false, as_coded = false;
    };
    std::vector<Kind> kinds;
    std::vector<bool> statements;  ///< of the statements about models
    std::uint64_t points = 0;      ///< of the present block

    [[nodiscard]] std::size_t bytes() const {
        std::size_t numbers = 0;
        for (const Kind& kind : kinds) {
            numbers += kind.counts.models.capacity() + kind.counts.primes.capacity() + kind.counts.some.capacity() +
                       kind.counts.every.capacity();
        }
        return numbers * sizeof(std::uint32_t) + kinds.size() * sizeof(Kind) + 160;
    }
};

class SweepRun {
public:
    SweepRun(const Cases& cases, const std::vector<ContestableCell>& cells,
             const std::vector<CalibrationChoice>& calibrations, const CutGrid& cuts,
             const std::vector<SolutionStatement>& statements, const SweepOptions& options)
        : cases_(cases),
          cells_(cells),
          calibrations_(calibrations),
          cuts_(cuts),
          statements_(statements),
          options_(options),
          each_(options.minimise),
          grid_(cells, calibrations, cuts),
          coder_(cases) {
        result_.grid = grid_.size();
        result_.sampled = !result_.grid || *result_.grid > options.points;
        result_.points = result_.sampled ? options.points : *result_.grid;
        result_.asked = result_.points;
        each_.work = each_.work.unheard();
        const TruthTableOptions first{cuts.inclusion[0], std::nullopt, cuts.pri[0], cuts.cases[0]};
        const std::set<SolutionKind> kinds(options.kinds);
        coded_ = all_models(cases.space, coded_rows(coder_.rows(), first), kinds, each_);
        for (const SolutionKind kind : options.kinds) {
            SweptSolution solution;
            solution.kind = kind;
            solution.coded = coded(kind);
            result_.solutions.push_back(std::move(solution));
            tallies_.push_back(std::make_unique<SweepTally>(options.told_apart));
        }
        enlist_statements();
        enlist_choices();
    }

    Sweep run() {
        // Every point is coded, then it is solved.
        WorkStep step(options_.minimise.work, "points of the sweep", 2 * result_.points);
        for (std::uint64_t begin = 0; begin < result_.points; begin += block_points) {
            if (begin > 0 && each_.work.time_is_up()) {
                result_.points = begin;
                break;
            }
            count_block(begin, std::min<std::uint64_t>(block_points, result_.points - begin), step);
        }
        for (std::size_t k = 0; k < tallies_.size(); ++k) tallies_[k]->report(options_.listed, result_.solutions[k]);
        return std::move(result_);
    }

private:
    struct CodedPoint {
        CodedRows rows;
        std::string key;
        std::vector<bool> set_statements;
        std::vector<std::optional<Literals>> over;  ///< literals of each case that statements speak of
        SweepPoint at;
        std::size_t entry = 0;  ///< of the coded table
    };

    const AllModels& coded(SolutionKind kind) const { return coded_[static_cast<std::size_t>(kind)]; }

    void enlist_statements() {
        for (std::size_t c = 0; c < statements_.size(); ++c) {
            const SolutionStatement& statement = statements_[c];
            if (statement.about_sets()) {
                set_statements_.push_back(result_.statements.size());
                result_.statements.push_back({statement, std::nullopt, holds(statement, cases_)});
                continue;
            }
            for (const SolutionKind kind : options_.kinds) {
                if (statement.solution && *statement.solution != kind) continue;
                model_statements_.push_back(result_.statements.size());
                result_.statements.push_back(
                    {statement, kind, holds(statement, coded(kind), coded(kind), literals_over(statement, cases_))});
            }
            if (statement.over && over_number(*statement.over) == over_cases_.size())
                over_cases_.push_back(*statement.over);
        }
    }

    /// Number among the cases that statements speak of.
    std::size_t over_number(std::size_t at) const {
        return static_cast<std::size_t>(std::ranges::find(over_cases_, at) - over_cases_.begin());
    }

    void enlist_choices() {
        using Factor = SweptChoice::Factor;
        const std::size_t cells = grid_.first_cell(), cuts = grid_.first_cut();
        for (std::size_t f = 0; f < grid_.sizes().size(); ++f) {
            first_choice_.push_back(result_.choices.size());
            if (grid_.sizes()[f] < 2) continue;
            const Factor factor = f < cells       ? Factor::calibration
                                  : f < cuts      ? Factor::cell
                                  : f == cuts     ? Factor::inclusion_cut
                                  : f == cuts + 1 ? Factor::pri_cut
                                                  : Factor::case_cut;
            const std::size_t number = f < cells ? f : f < cuts ? f - cells : 0;
            for (std::uint32_t value = 0; value < grid_.sizes()[f]; ++value) {
                result_.choices.push_back(
                    {factor, number, value, 0, std::vector<std::uint64_t>(result_.statements.size(), 0)});
            }
        }
    }

    void count_choices(const CodedPoint& point) {
        std::vector<std::size_t> true_statements;
        for (std::size_t k = 0; k < set_statements_.size(); ++k) {
            if (point.set_statements[k]) true_statements.push_back(set_statements_[k]);
        }
        for (std::size_t k = 0; k < model_statements_.size(); ++k) {
            if (entries_[point.entry].statements[k]) true_statements.push_back(model_statements_[k]);
        }
        for (std::size_t f = 0; f < grid_.sizes().size(); ++f) {
            if (grid_.sizes()[f] < 2) continue;
            SweptChoice& choice = result_.choices[first_choice_[f] + point.at[f]];
            ++choice.points;
            for (const std::size_t statement : true_statements) ++choice.statements[statement];
        }
    }

    void count_block(std::uint64_t begin, std::uint64_t count, WorkStep& step) {
        std::vector<CodedPoint> points(count);
        parallel_chunks(
            count, 128, options_.threads,
            [&](std::size_t from, std::size_t to) { code_points(begin, from, to, points); }, step);
        // One entry for each coded table, numbered in the order of the points: the same at any number of threads.
        std::vector<const CodedPoint*> fresh;
        std::vector<std::size_t> met;
        const std::size_t known = entries_.size();
        for (CodedPoint& point : points) {
            for (std::size_t k = 0; k < set_statements_.size(); ++k) {
                result_.statements[set_statements_[k]].points += point.set_statements[k] ? 1 : 0;
            }
            const auto [at, is_new] = entry_of_key_.emplace(std::move(point.key), entries_.size());
            if (is_new) {
                entries_.emplace_back();
                fresh.push_back(&point);
                bytes_ += at->first.capacity() + 80;
            }
            point.entry = at->second;
            if (entries_[at->second].points++ == 0) met.push_back(at->second);
        }
        solve(fresh, known, count, step);
        for (const std::size_t entry : met) count_entry(entries_[entry]);
        for (const CodedPoint& point : points) count_choices(point);
        if (bytes_ > remembered_bytes) {
            entries_.clear();
            entry_of_key_.clear();
            bytes_ = 0;
        }
    }

    void code_points(std::uint64_t begin, std::size_t from, std::size_t to, std::vector<CodedPoint>& points) const {
        SweptCases swept(cases_, cells_, calibrations_, grid_);
        RowCoder coder = coder_;
        std::vector<RowFit> rows = coder.rows();
        for (std::size_t p = from; p < to; ++p) {
            each_.work.check();
            points[p].at = result_.sampled ? grid_.random_point(options_.seed, begin + p, options_.recoding_probability)
                                           : grid_.point(begin + p);
            const SweepPoint& point = points[p].at;
            if (swept.move_to(point)) {
                for (const auto& change : swept.take_changes()) coder.recode(change.column, change.at, change.value);
                rows = coder.rows();
            }
            const std::size_t cut = grid_.first_cut();
            points[p].rows = coded_rows(rows, {cuts_.inclusion[point[cut]], std::nullopt, cuts_.pri[point[cut + 1]],
                                               cuts_.cases[point[cut + 2]]});
            points[p].key = row_key(points[p].rows);
            for (const std::size_t at : over_cases_) {
                points[p].over.push_back(literals_of_case(swept.cases(), at));
                add_key(points[p].over.back(), points[p].key);
            }
            for (const std::size_t c : set_statements_) {
                points[p].set_statements.push_back(holds(result_.statements[c].statement, swept.cases()));
            }
        }
    }

    /// Minimises the new coded tables, a batch at a time so that few solutions are in memory at once.
    /// @param points  that are solved with them
    void solve(const std::vector<const CodedPoint*>& fresh, std::size_t known, std::uint64_t points, WorkStep& step) {
        constexpr std::size_t batch = 256;
        if (fresh.empty()) step.advance(points);
        for (std::size_t begin = 0; begin < fresh.size(); begin += batch) {
            const std::size_t count = std::min(batch, fresh.size() - begin);
            const SharedTables shared = shared_tables(std::span(fresh).subspan(begin, count));
            std::vector<AllModelsByKind> solved(shared.first.size());
            parallel_chunks(
                solved.size(), 4, options_.threads,
                [&](std::size_t from, std::size_t to) {
                    for (std::size_t k = from; k < to; ++k) {
                        solved[k] = all_models(cases_.space, shared.first[k]->rows, options_.kinds, each_);
                    }
                },
                each_.work);
            result_.tables += solved.size();
            for (std::size_t k = 0; k < count; ++k)
                enter(solved[shared.number[k]], *fresh[begin + k], entries_[known + begin + k]);
            const auto share = [&](std::size_t tables) { return points * tables / fresh.size(); };
            step.advance(share(begin + count) - share(begin));
        }
    }

    /// Points with the same rows, in which the cases that statements speak of stand elsewhere.
    struct SharedTables {
        std::vector<const CodedPoint*> first;  ///< one point for each table
        std::vector<std::size_t> number;       ///< of the table of each point
    };

    SharedTables shared_tables(std::span<const CodedPoint* const> points) const {
        SharedTables shared;
        std::unordered_map<std::string, std::size_t> known;
        for (const CodedPoint* point : points) {
            std::size_t number = shared.first.size();
            if (!over_cases_.empty()) number = known.emplace(row_key(point->rows), number).first->second;
            if (number == shared.first.size()) shared.first.push_back(point);
            shared.number.push_back(number);
        }
        return shared;
    }

    void enter(const AllModelsByKind& solved, const CodedPoint& point, TableEntry& entry) {
        for (std::size_t k = 0; k < result_.solutions.size(); ++k) {
            const SolutionKind kind = result_.solutions[k].kind;
            const AllModels& all = solved[static_cast<std::size_t>(kind)];
            TableEntry::Kind counts;
            counts.complete = all.complete;
            counts.any = !all.models.empty();
            counts.one = all.models.size() == 1;
            counts.as_coded = all == coded(kind);
            if (all.complete) counts.counts = tallies_[k]->enter(all);
            entry.kinds.push_back(std::move(counts));
        }
        for (const std::size_t c : model_statements_) {
            const SweptStatement& statement = result_.statements[c];
            const AllModels& all = solved[static_cast<std::size_t>(*statement.kind)];
            const auto over = statement.statement.over ? point.over[over_number(*statement.statement.over)]
                                                       : std::optional<Literals>();
            entry.statements.push_back(all.complete && holds(statement.statement, all, coded(*statement.kind), over));
        }
        bytes_ += entry.bytes();
    }

    void count_entry(TableEntry& entry) {
        const std::uint64_t points = std::exchange(entry.points, std::uint64_t{0});
        for (std::size_t k = 0; k < result_.solutions.size(); ++k) {
            SweptSolution& solution = result_.solutions[k];
            const TableEntry::Kind& kind = entry.kinds[k];
            if (!kind.complete) {
                solution.incomplete += points;
                continue;
            }
            (kind.any ? solution.solved : solution.unsolved) += points;
            solution.one_model += kind.one ? points : 0;
            solution.as_coded += kind.as_coded ? points : 0;
            tallies_[k]->add(kind.counts, points);
        }
        for (std::size_t c = 0; c < model_statements_.size(); ++c) {
            result_.statements[model_statements_[c]].points += entry.statements[c] ? points : 0;
        }
    }

    const Cases& cases_;
    const std::vector<ContestableCell>& cells_;
    const std::vector<CalibrationChoice>& calibrations_;
    const CutGrid& cuts_;
    const std::vector<SolutionStatement>& statements_;
    const SweepOptions& options_;
    MinimiseOptions each_;  ///< of one point
    SweepGrid grid_;
    RowCoder coder_;
    AllModelsByKind coded_;
    Sweep result_;
    std::vector<std::unique_ptr<SweepTally>> tallies_;            ///< one a solution type, in their order
    std::vector<std::size_t> set_statements_, model_statements_;  ///< numbers in the list of statements of the result
    std::vector<std::size_t> over_cases_;                         ///< that statements about models speak of
    std::vector<std::size_t> first_choice_;                       ///< number of each factor's first choice
    std::vector<TableEntry> entries_;
    std::unordered_map<std::string, std::size_t> entry_of_key_;
    std::size_t bytes_ = 0;
};

}  // namespace

Sweep sweep(const Cases& cases, const std::vector<ContestableCell>& cells,
            const std::vector<CalibrationChoice>& calibrations, const CutGrid& cuts,
            const std::vector<SolutionStatement>& statements, const SweepOptions& options) {
    return SweepRun(cases, cells, calibrations, cuts, statements, options).run();
}

}  // namespace tarazy
