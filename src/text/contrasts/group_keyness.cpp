#include "text/contrasts/group_keyness.hpp"

#include "base/argument_checks.hpp"
#include "base/parallel.hpp"
#include "base/text_lists.hpp"
#include "base/too_little_data.hpp"
#include "stats/benjamini_hochberg.hpp"
#include "stats/bootstrap.hpp"
#include "stats/log_tails.hpp"
#include "stats/quantile.hpp"
#include "table/table_rows.hpp"
#include "text/codes/coded_documents.hpp"
#include "text/contrasts/keyness_window.hpp"
#include "text/counts/association.hpp"
#include "text/counts/dispersion.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

double to_four_places(double value) {
    return std::round(value * 1e4) / 1e4 + 0.0;  // no -0
}

/// Four significant digits: a q is often small.
double to_four_digits(double value) {
    if (!(value > 0)) return value;
    const double scale = std::pow(10.0, 3 - std::floor(std::log10(value)));
    return std::isfinite(scale) ? std::round(value * scale) / scale : value;
}

/// The words that are told, and what they are in each resample.
struct ToldWord {
    std::size_t place = 0;  ///< among the words compared
    bool of_target = true;
    double rank = 0;
    std::vector<double> z = {}, log_ratio = {}, ranks = {};
};

TwoByTwo two_by_two(std::size_t w, const SideCounts& target, const SideCounts& reference) {
    return {target.count[w], reference.count[w], target.total - target.count[w], reference.total - reference.count[w]};
}

/// 1 + number of words that are more typical of the side. @param ascending  z of all words
double rank_among(std::span<const double> ascending, double z, bool of_target) {
    if (of_target) return 1 + static_cast<double>(ascending.end() - std::ranges::upper_bound(ascending, z));
    return 1 + static_cast<double>(std::ranges::lower_bound(ascending, z) - ascending.begin());
}

std::vector<double> all_z(const KeynessWindow& window, const SideCounts& target, const SideCounts& reference) {
    std::vector<double> z(window.compared().size());
    for (std::size_t w = 0; w < z.size(); ++w) z[w] = window.contrast(w, target, reference).z;
    return z;
}

std::vector<ToldWord> told_words(const GroupWords& words, const KeynessWindow& window,
                                 const GroupKeynessOptions& options, std::span<const double> z) {
    std::vector<std::size_t> order(z.size());
    for (std::size_t w = 0; w < z.size(); ++w) order[w] = w;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return z[a] > z[b]; });
    std::vector<double> ascending(z.begin(), z.end());
    std::ranges::sort(ascending);
    const std::set<std::string> asked(options.asked.begin(), options.asked.end());
    std::vector<ToldWord> told;
    std::size_t of_target = 0;
    for (const std::size_t w : order) of_target += z[w] >= 0 ? 1 : 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const bool is_of_target = k < of_target;
        const std::size_t from_end = is_of_target ? k : order.size() - 1 - k;
        const bool is_asked = asked.contains(words.matrix.features[window.compared()[order[k]]]);
        if (from_end >= options.most_words && !is_asked) continue;
        told.push_back({order[k], is_of_target, rank_among(ascending, z[order[k]], is_of_target)});
    }
    // The side of the reference begins with what is most typical of it, too.
    const auto reference = std::ranges::find(told, false, &ToldWord::of_target);
    std::reverse(reference, told.end());
    return told;
}

void draw_again(const KeynessWindow& window, const GroupKeynessOptions& options, const std::string& years,
                std::vector<ToldWord>& told) {
    std::map<std::string, std::vector<std::vector<std::uint32_t>>> draws;
    for (const auto& [group, documents] : window.of_group())
        draws[group] = bootstrap_draws(documents.size(), options.replicates, options.seed,
                                       "words of " + group + ' ' + years, options.work);
    for (ToldWord& each : told)
        for (std::vector<double>* drawn : {&each.z, &each.log_ratio, &each.ranks}) drawn->resize(options.replicates);
    WorkStep step(options.work, "documents drawn again", options.replicates);
    parallel_chunks(
        options.replicates, 8, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t r = begin; r < end; ++r) {
                options.work.check();
                const auto sums =
                    window.sums([&](const std::string& group, std::size_t k) { return draws.at(group)[r][k]; });
                const SideCounts target = window.target_side(sums),
                                 reference = window.reference_side(sums, options.reference);
                std::vector<double> z = all_z(window, target, reference), ascending = z;
                std::ranges::sort(ascending);
                for (ToldWord& each : told) {
                    each.z[r] = z[each.place];
                    each.log_ratio[r] = log_ratio(two_by_two(each.place, target, reference));
                    each.ranks[r] = rank_among(ascending, z[each.place], each.of_target);
                }
            }
        },
        step);
}

using Quantiles = std::array<std::optional<double>, 5>;

Quantiles drawn_quantiles(const std::vector<double>& draws) {
    constexpr double probabilities[] = {0.05, 0.1, 0.5, 0.9, 0.95};
    Quantiles result;
    if (const auto found = quantiles(draws, probabilities))
        std::ranges::transform(*found, result.begin(), to_four_places);
    return result;
}

class KeynessRows {
public:
    explicit KeynessRows(const GroupWords& words) : words_(words) {}

    void add(const std::string& years, const KeynessWindow& window, const GroupKeynessOptions& options,
             const std::vector<ToldWord>& told) {
        const KeynessReference other_kind =
            options.reference == KeynessReference::balanced ? KeynessReference::pooled : KeynessReference::balanced;
        const SideCounts target = window.target_side(window.as_read()),
                         reference = window.reference_side(window.as_read(), options.reference),
                         other = window.reference_side(window.as_read(), other_kind),
                         pooled = window.reference_side(window.as_read(), KeynessReference::pooled);
        windows_.add(years, window.target().size(), whole(target.total), window.reference().size(), whole(pooled.total),
                     to_four_places(reference.total), window.of_group().size() - 1, window.compared().size(),
                     to_four_places(window.prior_size()));
        const FeatureDispersion on_target = feature_dispersion(words_.matrix, window.target()),
                                on_reference = feature_dispersion(words_.matrix, window.reference());
        std::vector<double> g2(window.compared().size()), p(g2.size());
        for (std::size_t w = 0; w < g2.size(); ++w) {
            g2[w] = signed_g2(two_by_two(w, target, reference));
            p[w] = std::pow(10.0, log10_chi_square1_upper(std::abs(g2[w])));
        }
        const std::vector<double> q = benjamini_hochberg(p);
        for (const ToldWord& each : told) {
            const std::size_t w = each.place;
            const std::uint32_t f = window.compared()[w];
            const WordContrast contrast = window.contrast(w, target, reference);
            std::int64_t groups = 0;
            for (const auto& [group, sum] : window.as_read())
                groups += group != options.groups.front() && sum.count[w] > 0 ? 1 : 0;
            const Quantiles z = drawn_quantiles(each.z), ratio = drawn_quantiles(each.log_ratio),
                            rank = drawn_quantiles(each.ranks);
            rows_.add(
                years, each.of_target ? "target" : "reference", words_.matrix.features[f], each.rank,
                to_four_places(contrast.z), to_four_places(log_ratio(two_by_two(w, target, reference))),
                to_four_places(contrast.log_odds), to_four_places(g2[w]),
                to_four_places(log10_chi_square1_upper(std::abs(g2[w]))), to_four_digits(q[w]), whole(target.count[w]),
                whole(pooled.count[w]), to_four_places(1e4 * target.count[w] / target.total),
                to_four_places(1e4 * reference.count[w] / reference.total), on_target.documents[f],
                on_reference.documents[f], groups, to_four_places(on_target.dp[f]), to_four_places(on_reference.dp[f]),
                to_four_places(window.contrast(w, target, other).z), z[0], z[1], z[2], z[3], z[4], ratio[0], ratio[1],
                ratio[2], ratio[3], ratio[4], rank[0], rank[1], rank[2], rank[3], rank[4]);
        }
    }

    [[nodiscard]] Table words() { return rows_.table(); }
    [[nodiscard]] Table windows() { return windows_.table(); }

private:
    static std::int64_t whole(double count) { return std::llround(count); }

    using Text = TextColumn;
    using Real = RealColumn;
    using Whole = IntegerColumn;
    const GroupWords& words_;
    TableRows<Text, Text, Text, Real, Real, Real, Real, Real, Real, Real, Whole, Whole, Real, Real, Whole, Whole, Whole,
              Real, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real,
              Real>
        rows_{{"window"},
              {"side"},
              {"word"},
              {"rank"},
              {"z"},
              {"log_ratio"},
              {"log_odds"},
              {"G2"},
              {"log10_p"},
              {"q"},
              {"n_target"},
              {"n_reference"},
              {"per_10000_target"},
              {"per_10000_reference"},
              {"documents_target"},
              {"documents_reference"},
              {"groups_reference"},
              {"dp_target"},
              {"dp_reference"},
              {"z_other"},
              {"z_q05"},
              {"z_q10"},
              {"z_q50"},
              {"z_q90"},
              {"z_q95"},
              {"log_ratio_q05"},
              {"log_ratio_q10"},
              {"log_ratio_q50"},
              {"log_ratio_q90"},
              {"log_ratio_q95"},
              {"rank_q05"},
              {"rank_q10"},
              {"rank_q50"},
              {"rank_q90"},
              {"rank_q95"}};
    TableRows<Text, Whole, Whole, Whole, Whole, Real, Whole, Whole, Real> windows_{
        {"window"},          {"documents_target"},    {"words_target"},     {"documents_reference"},
        {"words_reference"}, {"effective_reference"}, {"groups_reference"}, {"compared"},
        {"prior_size"}};
};

/// Whom to look for in the documents, where nothing can be compared.
std::string who_has_documents(const std::vector<std::string>& groups, const std::set<std::string>& spoken) {
    std::vector<std::string> with, without;
    for (const std::string& group : groups) (spoken.contains(group) ? with : without).push_back(group);
    std::string told = with.empty() ? "nobody has any there" : "there are some of " + joined(with, ", ");
    if (!with.empty() && !without.empty()) told += ", none of " + joined(without, ", ");
    if (without.empty() && groups.size() > 1) told += ", but not in the same window";
    if (groups.size() == 1) told += "; no other state is asked for";
    return told;
}

}  // namespace

GroupKeyness group_keyness(const GroupWords& words, const GroupKeynessOptions& options) {
    check_at_least(static_cast<double>(options.replicates), 99, "replicates");
    if (options.prior_size) check_positive(*options.prior_size, "prior_size");
    GroupKeyness result;
    KeynessRows rows(words);
    bool any = false;
    std::set<std::string> spoken;
    for (const auto& [first, last] : options.windows) {
        options.work.check();
        const std::string years = years_of_window(first, last);
        const KeynessWindow window(words, options, {first, last});
        for (const auto& [group, documents] : window.of_group()) spoken.insert(group);
        if (!window.whole()) {
            result.notes.push_back((window.target().empty() ? options.groups.front() + " has no document in "
                                                            : "the other states have no document in ") +
                                   years);
            continue;
        }
        any = true;
        if (window.compared().empty()) result.notes.push_back("no word of " + years + " is frequent enough to compare");
        const std::vector<double> z = all_z(window, window.target_side(window.as_read()),
                                            window.reference_side(window.as_read(), options.reference));
        std::vector<ToldWord> told = told_words(words, window, options, z);
        if (window.target().size() < 2) {
            result.notes.push_back(options.groups.front() + " has one document in " + years +
                                   ": its words have no interval");
        } else {
            draw_again(window, options, years, told);
        }
        for (const std::string& word : options.asked)
            if (std::ranges::none_of(told, [&](const ToldWord& each) {
                    return words.matrix.features[window.compared()[each.place]] == word;
                }))
                result.notes.push_back("the word '" + word + "' does not occur in " + years);
        rows.add(years, window, options, told);
    }
    if (!any)
        throw TooLittleData({"", 0, 0,
                             "no window has documents of " + options.groups.front() +
                                 " and of another state: " + who_has_documents(options.groups, spoken),
                             "look at the windows, and at the states that the study compares with"});
    result.words = rows.words();
    result.windows = rows.windows();
    return result;
}

}  // namespace tarazy
