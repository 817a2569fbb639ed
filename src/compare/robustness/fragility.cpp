#include "compare/robustness/fragility.hpp"

#include "base/parallel.hpp"
#include "compare/sets/row_coding.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr std::size_t sets_at_once = 8192;
constexpr std::size_t remembered_tables = 200'000;  // some 100 MB; then the memory starts anew

using RecodedSet = std::vector<Recoding>;

/// All recodings of exactly `size` cells, by the order of the cells and of their values.
class RecodedSets {
public:
    RecodedSets(const std::vector<ContestableCell>& cells, std::size_t size) : cells_(cells), size_(size) {
        for (std::size_t k = 0; k < size; ++k) chosen_.push_back(k);
        value_.assign(size, 0);
        more_ = size <= cells.size();
    }

    /// The next ones, at most so many; none at the end.
    std::vector<RecodedSet> take(std::size_t count) {
        std::vector<RecodedSet> sets;
        while (more_ && sets.size() < count) {
            RecodedSet set;
            for (std::size_t k = 0; k < size_; ++k) set.push_back({chosen_[k], cells_[chosen_[k]].others[value_[k]]});
            sets.push_back(std::move(set));
            more_ = next_values() || next_cells();
        }
        return sets;
    }

private:
    bool next_values() {
        for (std::size_t k = size_; k-- > 0;) {
            if (++value_[k] < cells_[chosen_[k]].others.size()) return true;
            value_[k] = 0;
        }
        return false;
    }

    bool next_cells() {
        for (std::size_t k = size_; k-- > 0;) {
            if (chosen_[k] + (size_ - k) >= cells_.size()) continue;
            ++chosen_[k];
            for (std::size_t later = k + 1; later < size_; ++later) chosen_[later] = chosen_[later - 1] + 1;
            return true;
        }
        return false;
    }

    const std::vector<ContestableCell>& cells_;
    std::size_t size_;
    std::vector<std::size_t> chosen_, value_;
    bool more_ = true;
};

/// Numbers of sets of 0, 1, ... cells with all their values; the largest number when one does not fit.
std::vector<std::uint64_t> set_counts(const std::vector<ContestableCell>& cells, std::size_t most) {
    constexpr std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();
    std::vector<std::uint64_t> counts(std::min(most, cells.size()) + 1, 0);
    counts[0] = 1;
    for (const ContestableCell& cell : cells) {
        for (std::size_t k = counts.size(); k-- > 1;) {
            const std::uint64_t values = cell.others.size();
            const bool fits = counts[k - 1] <= (limit - counts[k]) / values;
            counts[k] = fits ? counts[k] + counts[k - 1] * values : limit;
        }
    }
    return counts;
}

enum class Verdict : char { stands, overturned, undecided };

class OverturningSearch {
public:
    OverturningSearch(const Cases& cases, const std::vector<ContestableCell>& cells, const SolutionStatement& statement,
                      SolutionKind kind, const FragilityOptions& options)
        : cases_(cases),
          cells_(cells),
          statement_(statement),
          kind_(kind),
          options_(options),
          each_(options.minimise),
          coder_(cases) {
        each_.work = each_.work.unheard();
        if (statement.about_sets()) {
            result_.holds = holds(statement, cases);
            return;
        }
        before_ = solved(coded_rows(coder_.rows(), options.cuts));
        result_.holds = holds(statement, before_, before_, literals_over(statement, cases));
    }

    Fragility run() {
        const std::vector<std::uint64_t> counts = set_counts(cells_, options_.most_cells);
        for (std::size_t size = 1; size < counts.size() && result_.smallest_count == 0; ++size) {
            if (counts[size] > options_.most_sets || result_.sets_tried > options_.most_sets - counts[size]) break;
            if (!try_size(size, counts[size])) {
                result_.complete = false;
                return std::move(result_);
            }
            result_.tried_up_to = size;
        }
        result_.exhausted = result_.tried_up_to == cells_.size();
        return std::move(result_);
    }

private:
    struct CodedSet {
        CodedRows rows;
        std::string key;
        std::optional<Literals> over = {};  ///< literals of the case that the statement speaks of
        Verdict verdict = Verdict::stands;
    };

    AllModels solved(const CodedRows& rows) const {
        return std::move(all_models(cases_.space, rows, {kind_}, each_)[static_cast<std::size_t>(kind_)]);
    }

    Verdict verdict(bool now) const { return now == result_.holds ? Verdict::stands : Verdict::overturned; }

    /// @return whether the time sufficed for all of them
    bool try_size(std::size_t size, std::uint64_t count) {
        WorkStep step(options_.minimise.work, "recodings of " + std::to_string(size) + (size == 1 ? " cell" : " cells"),
                      count);
        RecodedSets all(cells_, size);
        for (auto sets = all.take(sets_at_once); !sets.empty(); sets = all.take(sets_at_once)) {
            if (each_.work.time_is_up()) return false;
            std::vector<CodedSet> coded(sets.size());
            parallel_chunks(
                sets.size(), 64, options_.threads,
                [&](std::size_t begin, std::size_t end) {
                    if (statement_.about_sets()) {
                        judge_memberships(sets, begin, end, coded);
                    } else {
                        code(sets, begin, end, coded);
                    }
                },
                each_.work);
            if (!statement_.about_sets()) judge_models(coded);
            result_.sets_tried += sets.size();
            step.advance(sets.size());
            for (std::size_t k = 0; k < sets.size(); ++k) {
                if (coded[k].verdict == Verdict::undecided) ++result_.undecided;
                if (coded[k].verdict != Verdict::overturned) continue;
                ++result_.smallest_count;
                if (result_.smallest.size() < options_.listed) result_.smallest.push_back(std::move(sets[k]));
            }
        }
        return true;
    }

    void judge_memberships(const std::vector<RecodedSet>& sets, std::size_t begin, std::size_t end,
                           std::vector<CodedSet>& coded) const {
        Cases here = cases_;
        for (std::size_t k = begin; k < end; ++k) {
            for (const Recoding& r : sets[k]) recode(here, cells_[r.cell].column, cells_[r.cell].at, r.value);
            coded[k].verdict = verdict(holds(statement_, here));
            for (const Recoding& r : sets[k]) {
                recode(here, cells_[r.cell].column, cells_[r.cell].at, original(r.cell));
            }
        }
    }

    void code(const std::vector<RecodedSet>& sets, std::size_t begin, std::size_t end,
              std::vector<CodedSet>& coded) const {
        RowCoder coder = coder_;
        std::optional<Cases> here;
        if (statement_.over) here = cases_;
        for (std::size_t k = begin; k < end; ++k) {
            for (const Recoding& r : sets[k]) coder.recode(cells_[r.cell].column, cells_[r.cell].at, r.value);
            coded[k].rows = coded_rows(coder.rows(), options_.cuts);
            coded[k].key = row_key(coded[k].rows);
            if (here) add_case(sets[k], *here, coded[k]);
            for (const Recoding& r : sets[k]) {
                coder.recode(cells_[r.cell].column, cells_[r.cell].at, original(r.cell));
            }
        }
    }

    /// The case that the statement speaks of may be recoded and leave the rows as they are.
    void add_case(const RecodedSet& set, Cases& here, CodedSet& coded) const {
        for (const Recoding& r : set) recode(here, cells_[r.cell].column, cells_[r.cell].at, r.value);
        coded.over = literals_over(statement_, here);
        add_key(coded.over, coded.key);
        for (const Recoding& r : set) recode(here, cells_[r.cell].column, cells_[r.cell].at, original(r.cell));
    }

    /// Tables not seen before are minimised, each once.
    void judge_models(std::vector<CodedSet>& coded) {
        std::vector<std::size_t> fresh;
        for (std::size_t k = 0; k < coded.size(); ++k) {
            if (known_.emplace(coded[k].key, Verdict::undecided).second) fresh.push_back(k);
        }
        parallel_chunks(
            fresh.size(), 4, options_.threads,
            [&](std::size_t begin, std::size_t end) {
                for (std::size_t f = begin; f < end; ++f) {
                    const AllModels now = solved(coded[fresh[f]].rows);
                    const bool decided = now.complete && before_.complete;
                    coded[fresh[f]].verdict =
                        decided ? verdict(holds(statement_, now, before_, coded[fresh[f]].over)) : Verdict::undecided;
                }
            },
            each_.work);
        for (const std::size_t k : fresh) known_[coded[k].key] = coded[k].verdict;
        for (CodedSet& set : coded) set.verdict = known_[set.key];
        if (known_.size() > remembered_tables) known_.clear();
    }

    double original(std::size_t cell) const { return cell_value(cases_, cells_[cell].column, cells_[cell].at); }

    const Cases& cases_;
    const std::vector<ContestableCell>& cells_;
    const SolutionStatement& statement_;
    SolutionKind kind_;
    const FragilityOptions& options_;
    MinimiseOptions each_;  ///< of one recoding
    RowCoder coder_;
    AllModels before_;
    std::unordered_map<std::string, Verdict> known_;
    Fragility result_;
};

}  // namespace

Fragility smallest_overturning_sets(const Cases& cases, const std::vector<ContestableCell>& cells,
                                    const SolutionStatement& statement, SolutionKind kind,
                                    const FragilityOptions& options) {
    return OverturningSearch(cases, cells, statement, kind, options).run();
}

}  // namespace tarazy
