#include "compare/minimisation/covers.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <unordered_map>

namespace tarazy {
namespace {

bool is_empty(const RowSet& set) {
    return std::ranges::all_of(set, [](std::uint64_t word) { return word == 0; });
}

bool subset(const RowSet& part, const RowSet& whole) {
    for (std::size_t w = 0; w < part.size(); ++w) {
        if ((part[w] & ~whole[w]) != 0) return false;
    }
    return true;
}

RowSet minus(RowSet set, const RowSet& other) {
    for (std::size_t w = 0; w < set.size(); ++w) set[w] &= ~other[w];
    return set;
}

std::size_t count_rows(const RowSet& set) {
    std::size_t count = 0;
    for (const std::uint64_t word : set) count += static_cast<std::size_t>(count_bits(word));
    return count;
}

std::size_t count_common(const RowSet& a, const RowSet& b) {
    std::size_t count = 0;
    for (std::size_t w = 0; w < a.size(); ++w) count += static_cast<std::size_t>(count_bits(a[w] & b[w]));
    return count;
}

bool holds(const RowSet& set, std::size_t row) {
    return (set[row / 64] >> (row % 64) & 1U) != 0;
}

struct RowSetHash {
    std::size_t operator()(const RowSet& set) const {
        std::uint64_t hash = 0x9E3779B97F4A7C15U;
        for (const std::uint64_t word : set) hash = (hash ^ word) * 0xD6E8FEB86659FD93U ^ (hash >> 29);
        return static_cast<std::size_t>(hash);
    }
};

/// The chart with columns of equal rows put together.
struct Grouped {
    std::vector<RowSet> columns;
    std::vector<std::vector<std::size_t>> members;
    std::vector<std::vector<std::size_t>> of_row;          ///< columns that cover a row
    std::vector<std::vector<std::size_t>> largest_of_row;  ///< of these, those no other column contains
    std::vector<std::size_t> largest;                      ///< all of these, those of most rows first
    RowSet all;
};

template <typename Do>
void for_each_row(const RowSet& set, const Do& run) {
    for (std::size_t w = 0; w < set.size(); ++w) {
        for (std::uint64_t word = set[w]; word != 0; word &= word - 1)
            run(w * 64 + static_cast<std::size_t>(std::countr_zero(word)));
    }
}

/// Columns that no larger one contains. A column is only compared with those found before that hold the one of its rows
/// which the fewest of them hold.
std::vector<bool> largest(const std::vector<RowSet>& columns, const Work& work) {
    std::vector<std::size_t> order(columns.size()), size(columns.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        size[i] = count_rows(columns[i]);
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return size[a] > size[b]; });
    std::vector<bool> keep(columns.size(), false);
    std::vector<std::vector<std::size_t>> kept_of_row(columns.empty() ? 0 : columns.front().size() * 64);
    bool some_empty_only = true;
    for (const std::size_t i : order) {
        work.check();
        if (size[i] == 0) {
            keep[i] = some_empty_only;
            continue;
        }
        some_empty_only = false;
        std::size_t rarest = 0, fewest = ~std::size_t{0};
        for_each_row(columns[i], [&](std::size_t row) {
            if (kept_of_row[row].size() >= fewest) return;
            rarest = row;
            fewest = kept_of_row[row].size();
        });
        const bool inside = std::ranges::any_of(
            kept_of_row[rarest], [&](std::size_t k) { return size[k] > size[i] && subset(columns[i], columns[k]); });
        if (inside) continue;
        keep[i] = true;
        for_each_row(columns[i], [&](std::size_t row) { kept_of_row[row].push_back(i); });
    }
    return keep;
}

Grouped grouped(const std::vector<RowSet>& chart, std::size_t rows, const Work& work) {
    Grouped result;
    std::unordered_map<RowSet, std::size_t, RowSetHash> known;
    for (std::size_t i = 0; i < chart.size(); ++i) {
        const auto [at, fresh] = known.emplace(chart[i], result.columns.size());
        if (fresh) {
            result.columns.push_back(chart[i]);
            result.members.emplace_back();
        }
        result.members[at->second].push_back(i);
    }
    const std::vector<bool> is_largest = largest(result.columns, work);
    for (std::size_t c = 0; c < result.columns.size(); ++c) {
        if (is_largest[c]) result.largest.push_back(c);
    }
    std::ranges::stable_sort(result.largest, std::greater<>(),
                             [&](std::size_t c) { return count_rows(result.columns[c]); });
    result.of_row.resize(rows);
    result.largest_of_row.resize(rows);
    result.all.assign((rows + 63) / 64, 0);
    for (std::size_t row = 0; row < rows; ++row) result.all[row / 64] |= std::uint64_t{1} << (row % 64);
    for (std::size_t c = 0; c < result.columns.size(); ++c) {
        work.check();
        for_each_row(result.columns[c], [&](std::size_t row) {
            result.of_row[row].push_back(c);
            if (is_largest[c]) result.largest_of_row[row].push_back(c);
        });
    }
    return result;
}

std::size_t hardest_row(const RowSet& open, const std::vector<std::vector<std::size_t>>& of_row) {
    std::size_t best = 0, fewest = ~std::size_t{0};
    for (std::size_t row = 0; row < of_row.size(); ++row) {
        if (holds(open, row) && of_row[row].size() < fewest) {
            fewest = of_row[row].size();
            best = row;
        }
    }
    return best;
}

/// Turns covers by groups into covers by columns, one of each group.
class ModelList {
public:
    ModelList(const Grouped& groups, std::size_t limit, const Work& work)
        : groups_(groups), limit_(limit), work_(work) {}

    /// @return false once the limit is passed
    bool add(const std::vector<std::size_t>& chosen) {
        constexpr std::uint64_t most = std::uint64_t{1} << 62;  // more are not told apart
        std::uint64_t product = 1;
        for (const std::size_t group : chosen) {
            const std::uint64_t members = groups_.members[group].size();
            product = product > most / members ? most : product * members;
        }
        covers_.count = std::min(most, covers_.count + product);
        std::vector<std::size_t> model;
        expand(chosen, 0, model);
        if (covers_.count > limit_) covers_.complete = false;
        return covers_.complete;
    }

    void stop() { covers_.complete = false; }

    Covers take() {
        std::ranges::sort(covers_.models);
        return std::move(covers_);
    }

private:
    void expand(const std::vector<std::size_t>& chosen, std::size_t at, std::vector<std::size_t>& model) {
        if (covers_.models.size() >= limit_) return;
        if (at == chosen.size()) {
            if (covers_.models.size() % 1024 == 0) work_.check();
            covers_.models.push_back(model);
            std::ranges::sort(covers_.models.back());
            return;
        }
        for (const std::size_t column : groups_.members[chosen[at]]) {
            model.push_back(column);
            expand(chosen, at + 1, model);
            model.pop_back();
        }
    }

    const Grouped& groups_;
    std::size_t limit_;
    const Work& work_;
    Covers covers_;
};

class MinimumSearch {
public:
    MinimumSearch(const Grouped& groups, ModelList& models, const Work& work)
        : groups_(groups), models_(models), clock_(work), banned_(groups.columns.size(), false) {}

    /// @pre every row has a column: then as many columns as rows suffice
    void run() {
        std::size_t size = 0;
        while (!coverable(groups_.all, size) && !clock_.stopped()) ++size;
        if (!clock_.stopped()) enumerate(groups_.all, size);
        if (clock_.stopped()) models_.stop();
    }

private:
    /// Can d columns cover the rows? Largest columns suffice to know.
    bool coverable(const RowSet& open, std::size_t d) {
        if (is_empty(open)) return true;
        if (d == 0 || clock_.stops()) return false;
        if (known_.size() > most_known) known_.clear();  // known things are only found out once more
        const Known known = known_[open];
        if (d >= known.enough) return true;
        if (d <= known.too_few) return false;
        const std::size_t row = hardest_row(open, groups_.largest_of_row);
        bool can = false;
        if (d == 1) {
            can = std::ranges::any_of(groups_.largest_of_row[row],
                                      [&](std::size_t c) { return subset(open, groups_.columns[c]); });
        } else if (!too_many_for(open, d)) {
            for (const std::size_t c : groups_.largest_of_row[row]) {
                can = coverable(minus(open, groups_.columns[c]), d - 1);
                if (can) break;
            }
        }
        if (clock_.stopped()) return false;
        Known& now = known_[open];
        if (can) {
            now.enough = std::min(now.enough, d);
        } else {
            now.too_few = std::max(now.too_few, d);
        }
        return can;
    }

    /// Are these more rows than d columns can cover, even if no two of them shared any?
    bool too_many_for(const RowSet& open, std::size_t d) const {
        std::vector<std::size_t> best(d, 0);  // rows of the d best columns, the most first
        std::size_t sum = 0;
        const std::size_t needed = count_rows(open);
        for (const std::size_t c : groups_.largest) {
            std::size_t rows = count_common(open, groups_.columns[c]);
            if (rows <= best.back()) continue;
            sum += rows - best.back();
            if (sum >= needed) return false;
            best.back() = rows;
            for (std::size_t k = d - 1; k > 0 && best[k - 1] < best[k]; --k) std::swap(best[k - 1], best[k]);
        }
        return true;
    }

    bool enumerate(const RowSet& open, std::size_t d) {
        if (d == 0) return models_.add(chosen_);
        if (clock_.stops()) return false;
        const std::size_t row = hardest_row(open, groups_.of_row);
        std::vector<std::size_t> done;
        bool on = true;
        for (const std::size_t c : groups_.of_row[row]) {
            if (banned_[c]) continue;
            const RowSet rest = minus(open, groups_.columns[c]);
            if (coverable(rest, d - 1)) {
                chosen_.push_back(c);
                on = enumerate(rest, d - 1);
                chosen_.pop_back();
                if (!on) break;
            }
            // Covers with this column are all found: the next branches do without it.
            banned_[c] = true;
            done.push_back(c);
        }
        for (const std::size_t c : done) banned_[c] = false;
        return on;
    }

    struct Known {
        std::size_t enough = ~std::size_t{0}, too_few = 0;
    };
    static constexpr std::size_t most_known = 1'000'000;
    const Grouped& groups_;
    ModelList& models_;
    StepClock clock_;
    std::vector<bool> banned_;
    std::vector<std::size_t> chosen_;
    std::unordered_map<RowSet, Known, RowSetHash> known_;
};

class IrredundantSearch {
public:
    IrredundantSearch(const Grouped& groups, ModelList& models, const Work& work)
        : groups_(groups), models_(models), clock_(work), banned_(groups.columns.size(), false) {}

    void run() {
        enumerate(groups_.all, {});
        if (clock_.stopped()) models_.stop();
    }

private:
    bool enumerate(const RowSet& open, const std::vector<RowSet>& own) {
        if (is_empty(open)) return models_.add(chosen_);
        if (clock_.stops()) return false;
        const std::size_t row = hardest_row(open, groups_.of_row);
        std::vector<std::size_t> done;
        bool on = true;
        for (const std::size_t c : groups_.of_row[row]) {
            if (banned_[c]) continue;
            const RowSet& column = groups_.columns[c];
            std::vector<RowSet> still;
            bool needed = true;
            for (const RowSet& rows : own) {
                still.push_back(minus(rows, column));
                needed = needed && !is_empty(still.back());
            }
            if (needed) {
                const RowSet rest = minus(open, column);
                still.push_back(minus(open, rest));
                chosen_.push_back(c);
                on = enumerate(rest, still);
                chosen_.pop_back();
                if (!on) break;
            }
            banned_[c] = true;
            done.push_back(c);
        }
        for (const std::size_t c : done) banned_[c] = false;
        return on;
    }

    const Grouped& groups_;
    ModelList& models_;
    StepClock clock_;
    std::vector<bool> banned_;
    std::vector<std::size_t> chosen_;
};

bool every_row_has_a_column(const Grouped& groups) {
    return std::ranges::none_of(groups.of_row, &std::vector<std::size_t>::empty);
}

}  // namespace

std::vector<RowSet> prime_implicant_chart(std::span<const Literals> primes, std::span<const Literals> positives,
                                          const Work& work) {
    std::vector<RowSet> chart;
    chart.reserve(primes.size());
    for (const Literals prime : primes) {
        work.check();
        RowSet& covered = chart.emplace_back((positives.size() + 63) / 64, 0);
        for (std::size_t row = 0; row < positives.size(); ++row) {
            if (prime.covers(positives[row])) covered[row / 64] |= std::uint64_t{1} << (row % 64);
        }
    }
    return chart;
}

Covers minimum_covers(const std::vector<RowSet>& chart, std::size_t rows, std::size_t limit, const Work& work) {
    const Grouped groups = grouped(chart, rows, work);
    if (!every_row_has_a_column(groups)) return {};
    const WorkStep step(work, "models with the fewest terms", 0);
    ModelList models(groups, limit, work);
    MinimumSearch(groups, models, work).run();
    return models.take();
}

Covers irredundant_covers(const std::vector<RowSet>& chart, std::size_t rows, std::size_t limit, const Work& work) {
    const Grouped groups = grouped(chart, rows, work);
    if (!every_row_has_a_column(groups)) return {};
    const WorkStep step(work, "irredundant models", 0);
    ModelList models(groups, limit, work);
    IrredundantSearch(groups, models, work).run();
    return models.take();
}

std::vector<bool> undominated(const std::vector<RowSet>& chart, const Work& work) {
    return largest(chart, work);
}

}  // namespace tarazy
