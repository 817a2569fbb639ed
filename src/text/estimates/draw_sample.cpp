#include "text/estimates/draw_sample.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/random.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tarazy {
namespace {

/// The cells of the key of each row, with a sign between them that no cell has.
std::vector<std::string> unit_names(const Table& units, const std::vector<std::string>& key) {
    std::vector<std::string> names(units.rows());
    for (const std::string& column : key) {
        const std::vector<std::string> cells = require_texts(units, column);
        for (std::size_t row = 0; row < names.size(); ++row) names[row] += cells[row] + '\x1f';
    }
    return names;
}

void check_units(const Table& units, const std::vector<std::pair<std::string, std::size_t>>& sorted,
                 const std::string& column) {
    Diagnostics problems;
    for (std::size_t k = 1; k < sorted.size(); ++k) {
        if (sorted[k].first == sorted[k - 1].first)
            problems.add(units.problem(sorted[k].second, column, "this unit stands here a second time",
                                       "give each unit one row"));
    }
    problems.throw_if_any();
}

/// `size` of them without replacement (Fisher & Yates 1938).
void draw_units(std::vector<std::size_t>& rows, std::size_t size, std::uint64_t seed, const std::string& purpose) {
    Random random(seed, purpose, 0);
    for (std::size_t k = 0; k < size; ++k) std::swap(rows[k], rows[k + random.below(rows.size() - k)]);
    rows.resize(size);
}

}  // namespace

DrawnSample draw_sample(const Table& units, const std::vector<std::string>& key, const std::string& strata,
                        std::size_t size, std::uint64_t seed) {
    if (size == 0) refuse_argument("--size", "0", "give the number of units to code");
    if (units.rows() == 0)
        throw InputError({units.origin.path, 0, 0, "there is no unit to draw from", "give a row for each unit"});
    std::vector<std::pair<std::string, std::size_t>> sorted;
    const std::vector<std::string> names = unit_names(units, key);
    for (std::size_t row = 0; row < names.size(); ++row) sorted.emplace_back(names[row], row);
    std::ranges::sort(sorted);
    check_units(units, sorted, key.front());
    const std::vector<std::string> stratum_of =
        strata.empty() ? std::vector<std::string>(units.rows()) : require_texts(units, strata);
    std::map<std::string, std::vector<std::size_t>> rows;
    for (const auto& [name, row] : sorted) rows[stratum_of[row]].push_back(row);

    DrawnSample sample;
    std::vector<std::pair<std::size_t, double>> drawn;
    const std::size_t each = std::max<std::size_t>(1, size / rows.size());
    std::size_t left_over = 0;
    const auto largest = std::ranges::max_element(rows, {}, [](const auto& one) { return one.second.size(); });
    for (const auto& [name, members] : rows) left_over += each - std::min(each, members.size());
    for (auto& [name, members] : rows) {
        const std::size_t all = members.size(), few = std::min(each + (name == largest->first ? left_over : 0), all);
        draw_units(members, few, seed, "sample to code by hand, " + name);
        const double probability = static_cast<double>(few) / static_cast<double>(all);
        for (const std::size_t row : members) drawn.emplace_back(row, probability);
        sample.strata.push_back({name, all, few});
    }
    std::ranges::sort(drawn);
    for (const auto& [row, probability] : drawn) {
        sample.rows.push_back(row);
        sample.probability.push_back(probability);
    }
    return sample;
}

}  // namespace tarazy
