#include "compare/minimisation/covers.hpp"

#include "compare/minimisation/row_set.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace tarazy {
namespace {

/// Charts of few rows take one word a column, without a piece of memory for each.
using FewRows = std::array<std::uint64_t, 1>;

/// The chart with columns of equal rows put together.
template <typename Rows>
struct Grouped {
    std::vector<Rows> columns;
    std::vector<std::vector<std::size_t>> members;
    std::vector<std::vector<std::size_t>> of_row;          ///< columns that cover a row
    std::vector<std::vector<std::size_t>> largest_of_row;  ///< of these, those no other column contains
    std::vector<std::size_t> largest;                      ///< all of these, those of most rows first
    Rows all;
};

/// Columns that no larger one contains. A column is only compared with those found before that hold the one of its rows
/// which the fewest of them hold.
template <typename Rows>
std::vector<bool> largest(const std::vector<Rows>& columns, const Work& work) {
    std::vector<std::size_t> order(columns.size()), size(columns.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        size[i] = row_sets::count_rows(columns[i]);
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
        row_sets::for_each_row(columns[i], [&](std::size_t row) {
            if (kept_of_row[row].size() >= fewest) return;
            rarest = row;
            fewest = kept_of_row[row].size();
        });
        const bool inside = std::ranges::any_of(kept_of_row[rarest], [&](std::size_t k) {
            return size[k] > size[i] && row_sets::subset(columns[i], columns[k]);
        });
        if (inside) continue;
        keep[i] = true;
        row_sets::for_each_row(columns[i], [&](std::size_t row) { kept_of_row[row].push_back(i); });
    }
    return keep;
}

template <typename Rows>
Grouped<Rows> grouped(const std::vector<Rows>& chart, std::size_t rows, const Work& work) {
    Grouped<Rows> result;
    std::unordered_map<Rows, std::size_t, row_sets::Hash> known;
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
                             [&](std::size_t c) { return row_sets::count_rows(result.columns[c]); });
    result.of_row.resize(rows);
    result.largest_of_row.resize(rows);
    result.all = row_sets::no_rows<Rows>(rows);
    for (std::size_t row = 0; row < rows; ++row) result.all[row / 64] |= std::uint64_t{1} << (row % 64);
    for (std::size_t c = 0; c < result.columns.size(); ++c) {
        work.check();
        row_sets::for_each_row(result.columns[c], [&](std::size_t row) {
            result.of_row[row].push_back(c);
            if (is_largest[c]) result.largest_of_row[row].push_back(c);
        });
    }
    return result;
}

template <typename Rows>
std::size_t hardest_row(const Rows& open, const std::vector<std::vector<std::size_t>>& of_row) {
    std::size_t best = 0, fewest = ~std::size_t{0};
    for (std::size_t row = 0; row < of_row.size(); ++row) {
        if (row_sets::holds(open, row) && of_row[row].size() < fewest) {
            fewest = of_row[row].size();
            best = row;
        }
    }
    return best;
}

/// Turns covers by groups into covers by columns, one of each group.
template <typename Rows>
class ModelList {
public:
    ModelList(const Grouped<Rows>& groups, std::size_t limit, const Work& work)
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

    const Grouped<Rows>& groups_;
    std::size_t limit_;
    const Work& work_;
    Covers covers_;
};

template <typename Rows>
class MinimumSearch {
public:
    MinimumSearch(const Grouped<Rows>& groups, ModelList<Rows>& models, const Work& work)
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
    bool coverable(const Rows& open, std::size_t d) {
        if (row_sets::is_empty(open)) return true;
        if (d == 0 || clock_.stops()) return false;
        if (known_.size() > most_known) known_.clear();  // known things are only found out once more
        const Known known = known_[open];
        if (d >= known.enough) return true;
        if (d <= known.too_few) return false;
        const std::size_t row = hardest_row(open, groups_.largest_of_row);
        bool can = false;
        if (d == 1) {
            can = std::ranges::any_of(groups_.largest_of_row[row],
                                      [&](std::size_t c) { return row_sets::subset(open, groups_.columns[c]); });
        } else if (!too_many_for(open, d)) {
            for (const std::size_t c : groups_.largest_of_row[row]) {
                can = coverable(row_sets::minus(open, groups_.columns[c]), d - 1);
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
    bool too_many_for(const Rows& open, std::size_t d) const {
        std::vector<std::size_t> best(d, 0);  // rows of the d best columns, the most first
        std::size_t sum = 0;
        const std::size_t needed = row_sets::count_rows(open);
        for (const std::size_t c : groups_.largest) {
            std::size_t rows = row_sets::count_common(open, groups_.columns[c]);
            if (rows <= best.back()) continue;
            sum += rows - best.back();
            if (sum >= needed) return false;
            best.back() = rows;
            for (std::size_t k = d - 1; k > 0 && best[k - 1] < best[k]; --k) std::swap(best[k - 1], best[k]);
        }
        return true;
    }

    bool enumerate(const Rows& open, std::size_t d) {
        if (d == 0) return models_.add(chosen_);
        if (clock_.stops()) return false;
        const std::size_t row = hardest_row(open, groups_.of_row);
        std::vector<std::size_t> done;
        bool on = true;
        for (const std::size_t c : groups_.of_row[row]) {
            if (banned_[c]) continue;
            const Rows rest = row_sets::minus(open, groups_.columns[c]);
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
    const Grouped<Rows>& groups_;
    ModelList<Rows>& models_;
    StepClock clock_;
    std::vector<bool> banned_;
    std::vector<std::size_t> chosen_;
    std::unordered_map<Rows, Known, row_sets::Hash> known_;
};

template <typename Rows>
class IrredundantSearch {
public:
    IrredundantSearch(const Grouped<Rows>& groups, ModelList<Rows>& models, const Work& work)
        : groups_(groups), models_(models), clock_(work), banned_(groups.columns.size(), false) {}

    void run() {
        enumerate(groups_.all, {});
        if (clock_.stopped()) models_.stop();
    }

private:
    bool enumerate(const Rows& open, const std::vector<Rows>& own) {
        if (row_sets::is_empty(open)) return models_.add(chosen_);
        if (clock_.stops()) return false;
        const std::size_t row = hardest_row(open, groups_.of_row);
        std::vector<std::size_t> done;
        bool on = true;
        for (const std::size_t c : groups_.of_row[row]) {
            if (banned_[c]) continue;
            const Rows& column = groups_.columns[c];
            std::vector<Rows> still;
            bool needed = true;
            for (const Rows& rows : own) {
                still.push_back(row_sets::minus(rows, column));
                needed = needed && !row_sets::is_empty(still.back());
            }
            if (needed) {
                const Rows rest = row_sets::minus(open, column);
                still.push_back(row_sets::minus(open, rest));
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

    const Grouped<Rows>& groups_;
    ModelList<Rows>& models_;
    StepClock clock_;
    std::vector<bool> banned_;
    std::vector<std::size_t> chosen_;
};

template <typename Rows>
bool every_row_has_a_column(const Grouped<Rows>& groups) {
    return std::ranges::none_of(groups.of_row, &std::vector<std::size_t>::empty);
}

template <typename Rows, template <typename> typename Search>
Covers covers_of(const std::vector<Rows>& chart, std::size_t rows, std::size_t limit, const Work& work,
                 std::string_view searched) {
    const Grouped<Rows> groups = grouped(chart, rows, work);
    if (!every_row_has_a_column(groups)) return {};
    const WorkStep step(work, searched, 0);
    ModelList<Rows> models(groups, limit, work);
    Search<Rows>(groups, models, work).run();
    return models.take();
}

template <template <typename> typename Search>
Covers covers_of_any(const std::vector<RowSet>& chart, std::size_t rows, std::size_t limit, const Work& work,
                     std::string_view searched) {
    if (rows > 64) return covers_of<RowSet, Search>(chart, rows, limit, work, searched);
    std::vector<FewRows> few;
    few.reserve(chart.size());
    for (const RowSet& column : chart) few.push_back({column.empty() ? 0 : column.front()});
    return covers_of<FewRows, Search>(few, rows, limit, work, searched);
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
    return covers_of_any<MinimumSearch>(chart, rows, limit, work, "models with the fewest terms");
}

Covers irredundant_covers(const std::vector<RowSet>& chart, std::size_t rows, std::size_t limit, const Work& work) {
    return covers_of_any<IrredundantSearch>(chart, rows, limit, work, "irredundant models");
}

std::vector<bool> undominated(const std::vector<RowSet>& chart, const Work& work) {
    return largest(chart, work);
}

}  // namespace tarazy
