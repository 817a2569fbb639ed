#include "text/codes/code_shares.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/too_little_data.hpp"
#include "stats/beta.hpp"
#include "stats/bootstrap.hpp"
#include "stats/quantile.hpp"
#include "stats/standing.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

namespace tarazy {
namespace {

constexpr double no_share = std::numeric_limits<double>::quiet_NaN();

/// What a document counts, and a window of documents together.
struct CodeTally {
    double sentences = 0;
    std::vector<double> count;  ///< of each code
    std::vector<double> near;   ///< of each anchor and code: sentences with the anchor that the code stands with

    void add(const CodeTally& other) {
        sentences += other.sentences;
        for (std::size_t k = 0; k < count.size(); ++k) count[k] += other.count[k];
        for (std::size_t k = 0; k < near.size(); ++k) near[k] += other.near[k];
    }
};

CodeTally empty_tally(std::size_t codes, std::size_t anchors) {
    return {0, std::vector<double>(codes, 0.0), std::vector<double>(codes * anchors, 0.0)};
}

CodeTally tally_of(const CodedDocument& document, std::size_t codes, std::span<const std::size_t> anchors,
                   std::size_t context) {
    CodeTally tally = empty_tally(codes, anchors.size());
    tally.sentences = static_cast<double>(document.sentences.size());
    const std::vector<CodeSet> near = codes_nearby(document.sentences, context);
    for (std::size_t k = 0; k < document.sentences.size(); ++k) {
        for (std::size_t code = 0; code < codes; ++code)
            if ((document.sentences[k] >> code & 1) != 0) ++tally.count[code];
        for (std::size_t a = 0; a < anchors.size(); ++a) {
            if ((document.sentences[k] >> anchors[a] & 1) == 0) continue;
            for (std::size_t code = 0; code < codes; ++code)
                if ((near[k] >> code & 1) != 0) ++tally.near[a * codes + code];
        }
    }
    return tally;
}

/// A number and what it is in each resample.
struct DrawnShare {
    double value = no_share;
    std::vector<double> draws;

    [[nodiscard]] std::array<std::optional<double>, 5> quantiles() const {
        constexpr double probabilities[] = {0.05, 0.1, 0.5, 0.9, 0.95};
        std::array<std::optional<double>, 5> result;
        if (const auto found = tarazy::quantiles(draws, probabilities)) std::ranges::copy(*found, result.begin());
        return result;
    }
};

double ratio_or_none(double part, double whole) {
    return whole > 0 ? part / whole : no_share;
}

/// 1 + number of codes other than the anchor that stand with it more often.
double rank_with_anchor(std::span<const double> near, std::size_t anchor, std::size_t code) {
    double rank = 1;
    for (std::size_t other = 0; other < near.size(); ++other)
        rank += other != anchor && near[other] > near[code] ? 1 : 0;
    return rank;
}

/// All numbers of a window and group.
struct WindowNumbers {
    std::vector<DrawnShare> shares;         ///< of each code
    std::vector<DrawnShare> with, ranks;    ///< of each anchor and code
    std::vector<DrawnShare> differences;    ///< of each pair of rivals
    std::vector<double> first, years_with;  ///< of each anchor and code; of each anchor
    CodeTally total;
    std::size_t documents = 0;
};

class CodeNumbers {
public:
    CodeNumbers(const CodedDocuments& coded, const CodeShareOptions& options) : coded_(coded), options_(options) {
        for (const std::string& anchor : options.anchors) anchors_.push_back(coded.code(anchor));
        for (const CodeRivals& each : options.rivals) {
            const auto anchor = std::ranges::find(options.anchors, each.anchor);
            if (anchor == options.anchors.end())
                throw InputError({"", 0, 0, "'" + each.anchor + "' is no anchor", "name it among the anchors"});
            rivals_.push_back({static_cast<std::size_t>(anchor - options.anchors.begin()), coded.code(each.one),
                               coded.code(each.other)});
        }
        tallies_.resize(coded.documents.size());
        WorkStep step(options.work, "codes of documents", tallies_.size());
        parallel_chunks(
            tallies_.size(), 16, options.threads,
            [&](std::size_t begin, std::size_t end) {
                for (std::size_t k = begin; k < end; ++k)
                    tallies_[k] = tally_of(coded.documents[k], coded.codes.size(), anchors_, options.context);
            },
            step);
    }

    [[nodiscard]] std::optional<WindowNumbers> of(const std::string& group, std::pair<int, int> window) const {
        std::vector<std::size_t> documents;
        for (std::size_t k = 0; k < coded_.documents.size(); ++k) {
            const CodedDocument& each = coded_.documents[k];
            if (each.group == group && each.year >= window.first && each.year <= window.second) documents.push_back(k);
        }
        if (documents.empty()) return std::nullopt;
        WindowNumbers numbers = prepared();
        numbers.documents = documents.size();
        numbers.total = empty_tally(coded_.codes.size(), anchors_.size());
        for (const std::size_t k : documents) numbers.total.add(tallies_[k]);
        put(numbers.total, numbers, [](DrawnShare& number, double value) { number.value = value; });
        add_years(documents, numbers);
        if (documents.size() < 2) return numbers;
        const auto draws = bootstrap_draws(
            documents.size(), options_.replicates, options_.seed,
            "speeches of " + group + ' ' + std::to_string(window.first) + '-' + std::to_string(window.second),
            options_.work);
        for (const std::vector<std::uint32_t>& draw : draws) {
            options_.work.check();
            CodeTally sum = empty_tally(coded_.codes.size(), anchors_.size());
            for (const std::uint32_t k : draw) sum.add(tallies_[documents[k]]);
            put(sum, numbers, [](DrawnShare& number, double value) { number.draws.push_back(value); });
        }
        return numbers;
    }

    [[nodiscard]] const CodeTally& tally(std::size_t document) const { return tallies_[document]; }
    [[nodiscard]] std::size_t anchor_code(std::size_t a) const { return anchors_[a]; }

private:
    struct RivalCodes {
        std::size_t anchor, one, other;
    };

    [[nodiscard]] WindowNumbers prepared() const {
        const std::size_t codes = coded_.codes.size();
        WindowNumbers numbers;
        numbers.shares.resize(codes);
        numbers.with.resize(codes * anchors_.size());
        numbers.ranks.resize(numbers.with.size());
        numbers.differences.resize(rivals_.size());
        numbers.first.assign(numbers.with.size(), 0.0);
        numbers.years_with.assign(anchors_.size(), 0.0);
        return numbers;
    }

    template <typename Put>
    void put(const CodeTally& sum, WindowNumbers& numbers, Put put_number) const {
        const std::size_t codes = coded_.codes.size();
        for (std::size_t code = 0; code < codes; ++code)
            put_number(numbers.shares[code], ratio_or_none(sum.count[code], sum.sentences));
        for (std::size_t a = 0; a < anchors_.size(); ++a) {
            const double sentences = sum.count[anchors_[a]];
            const auto near = std::span(sum.near).subspan(a * codes, codes);
            for (std::size_t code = 0; code < codes; ++code) {
                put_number(numbers.with[a * codes + code], ratio_or_none(near[code], sentences));
                put_number(numbers.ranks[a * codes + code],
                           sentences > 0 ? rank_with_anchor(near, anchors_[a], code) : no_share);
            }
        }
        for (std::size_t k = 0; k < rivals_.size(); ++k) {
            const auto near = std::span(sum.near).subspan(rivals_[k].anchor * codes, codes);
            put_number(numbers.differences[k], ratio_or_none(near[rivals_[k].one] - near[rivals_[k].other],
                                                             sum.count[anchors_[rivals_[k].anchor]]));
        }
    }

    /// In how many years each code stands most often with each anchor.
    void add_years(std::span<const std::size_t> documents, WindowNumbers& numbers) const {
        const std::size_t codes = coded_.codes.size();
        std::map<int, CodeTally> years;
        for (const std::size_t k : documents) {
            auto [year, is_new] = years.try_emplace(coded_.documents[k].year);
            if (is_new) year->second = empty_tally(codes, anchors_.size());
            year->second.add(tallies_[k]);
        }
        for (const auto& [year, sum] : years) {
            for (std::size_t a = 0; a < anchors_.size(); ++a) {
                if (sum.count[anchors_[a]] == 0) continue;
                ++numbers.years_with[a];
                const auto near = std::span(sum.near).subspan(a * codes, codes);
                double largest = 0, ties = 0;
                for (std::size_t code = 0; code < codes; ++code) {
                    if (code == anchors_[a] || near[code] < largest) continue;
                    ties = near[code] > largest ? 1 : ties + 1;
                    largest = near[code];
                }
                for (std::size_t code = 0; code < codes; ++code)
                    if (code != anchors_[a] && largest > 0 && near[code] == largest)
                        numbers.first[a * codes + code] += 1 / ties;
            }
        }
    }

    const CodedDocuments& coded_;
    const CodeShareOptions& options_;
    std::vector<std::size_t> anchors_;
    std::vector<RivalCodes> rivals_;
    std::vector<CodeTally> tallies_;
};

using OfWindow = std::map<std::string, WindowNumbers>;  ///< by group

class CodeShareRows {
public:
    CodeShareRows(const CodedDocuments& coded, const CodeShareOptions& options) : coded_(coded), options_(options) {}

    void add(std::pair<int, int> window, const std::string& group, const WindowNumbers& numbers) {
        const std::string years = years_of_window(window.first, window.second);
        const std::size_t codes = coded_.codes.size();
        for (std::size_t code = 0; code < codes; ++code) {
            const auto q = numbers.shares[code].quantiles();
            shares_.add(years, group, numbers.documents, static_cast<std::int64_t>(numbers.total.sentences),
                        coded_.codes[code], static_cast<std::int64_t>(numbers.total.count[code]),
                        numbers.shares[code].value, q[0], q[1], q[2], q[3], q[4]);
        }
        for (std::size_t a = 0; a < options_.anchors.size(); ++a) {
            for (std::size_t code = 0; code < codes; ++code) {
                if (coded_.codes[code] == options_.anchors[a]) continue;
                add_with(years, group, numbers, a, code);
            }
        }
        for (std::size_t k = 0; k < options_.rivals.size(); ++k) {
            const auto q = numbers.differences[k].quantiles();
            rivals_.add(years, group, options_.rivals[k].anchor, options_.rivals[k].one, options_.rivals[k].other,
                        numbers.differences[k].value, q[0], q[1], q[2], q[3], q[4]);
        }
    }

    void add_standings(std::pair<int, int> window, const OfWindow& all) {
        const std::size_t codes = coded_.codes.size();
        for (std::size_t code = 0; code < codes; ++code)
            add_standing(window, "share", "", coded_.codes[code], all,
                         [&](const WindowNumbers& numbers) -> const DrawnShare& { return numbers.shares[code]; });
        for (std::size_t a = 0; a < options_.anchors.size(); ++a)
            for (std::size_t code = 0; code < codes; ++code)
                if (coded_.codes[code] != options_.anchors[a])
                    add_standing(window, "with", options_.anchors[a], coded_.codes[code], all,
                                 [&](const WindowNumbers& numbers) -> const DrawnShare& {
                                     return numbers.with[a * codes + code];
                                 });
    }

    void add_years(const CodeNumbers& numbers) {
        std::map<std::pair<std::string, int>, std::pair<std::int64_t, CodeTally>> years;
        for (std::size_t k = 0; k < coded_.documents.size(); ++k) {
            const CodedDocument& document = coded_.documents[k];
            if (std::ranges::find(options_.groups, document.group) == options_.groups.end()) continue;
            auto& [documents, sum] = years[{document.group, document.year}];
            if (documents++ == 0) sum = empty_tally(coded_.codes.size(), options_.anchors.size());
            sum.add(numbers.tally(k));
        }
        for (const auto& [key, found] : years) {
            for (std::size_t code = 0; code < coded_.codes.size(); ++code) {
                const double n = found.second.sentences, count = found.second.count[code];
                if (n == 0) continue;
                years_.add(key.first, key.second, found.first, static_cast<std::int64_t>(n), coded_.codes[code],
                           static_cast<std::int64_t>(count), count / n,
                           count == 0 ? 0 : beta_quantile(0.025, count, n - count + 1),
                           count == n ? 1 : beta_quantile(0.975, count + 1, n - count));
            }
        }
    }

    [[nodiscard]] CodeShares take() {
        return {shares_.table(), with_.table(), rivals_.table(), standings_.table(), years_.table(), {}};
    }

private:
    void add_with(const std::string& years, const std::string& group, const WindowNumbers& numbers, std::size_t a,
                  std::size_t code) {
        const std::size_t at = a * coded_.codes.size() + code;
        const auto q = numbers.with[at].quantiles(), rank = numbers.ranks[at].quantiles();
        const double years_with = numbers.years_with[a];
        with_.add(years, group, options_.anchors[a], coded_.codes[code],
                  static_cast<std::int64_t>(numbers.total.count[coded_.code(options_.anchors[a])]),
                  static_cast<std::int64_t>(numbers.total.near[at]), numbers.with[at].value, q[0], q[1], q[2], q[3],
                  q[4], numbers.ranks[at].value, rank[0], rank[1], rank[2], rank[3], rank[4],
                  static_cast<std::int64_t>(years_with), ratio_or_none(numbers.first[at], years_with));
    }

    template <typename NumberOf>
    void add_standing(std::pair<int, int> window, const char* of, const std::string& anchor, const std::string& code,
                      const OfWindow& all, NumberOf number_of) {
        const auto own = all.find(options_.groups.front());
        if (own == all.end()) return;
        const DrawnShare& mine = number_of(own->second);
        if (std::isnan(mine.value)) return;
        std::vector<const DrawnShare*> others;
        for (const auto& [group, numbers] : all)
            if (group != own->first && !std::isnan(number_of(numbers).value)) others.push_back(&number_of(numbers));
        if (others.size() < least_compared_states) return;
        std::vector<double> values(others.size());
        DrawnShare standing;
        for (std::size_t k = 0; k < others.size(); ++k) values[k] = others[k]->value;
        const Standing of_values = standing_among(mine.value, values);
        standing.value = of_values.share_below;
        for (std::size_t r = 0; r < mine.draws.size(); ++r) {
            for (std::size_t k = 0; k < others.size(); ++k)
                values[k] = others[k]->draws.empty() ? others[k]->value : others[k]->draws[r];
            const bool known =
                !std::isnan(mine.draws[r]) && std::ranges::none_of(values, [](double v) { return std::isnan(v); });
            standing.draws.push_back(known ? standing_among(mine.draws[r], values).share_below : no_share);
        }
        const auto q = standing.quantiles();
        standings_.add(years_of_window(window.first, window.second), of, anchor, code, others.size(), standing.value,
                       q[0], q[1], q[2], q[3], q[4], of_values.rank);
    }

    const CodedDocuments& coded_;
    const CodeShareOptions& options_;
    using Text = TextColumn;
    using Real = RealColumn;
    using Whole = IntegerColumn;
    TableRows<Text, Text, Whole, Whole, Text, Whole, Real, Real, Real, Real, Real, Real> shares_{
        {"window"}, {"group"}, {"documents"}, {"sentences"}, {"code"}, {"count"},
        {"share"},  {"q05"},   {"q10"},       {"q50"},       {"q90"},  {"q95"}};
    TableRows<Text, Text, Text, Text, Whole, Whole, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real, Real,
              Real, Whole, Real>
        with_{{"window"},   {"group"},    {"anchor"},   {"code"},     {"anchor_sentences"},
              {"together"}, {"share"},    {"q05"},      {"q10"},      {"q50"},
              {"q90"},      {"q95"},      {"rank"},     {"rank_q05"}, {"rank_q10"},
              {"rank_q50"}, {"rank_q90"}, {"rank_q95"}, {"years"},    {"years_first"}};
    TableRows<Text, Text, Text, Text, Text, Real, Real, Real, Real, Real, Real> rivals_{
        {"window"}, {"group"}, {"anchor"}, {"one"}, {"other"}, {"difference"},
        {"q05"},    {"q10"},   {"q50"},    {"q90"}, {"q95"}};
    TableRows<Text, Text, Text, Text, Whole, Real, Real, Real, Real, Real, Real, Real> standings_{
        {"window"}, {"of"},  {"anchor"}, {"code"}, {"others"}, {"standing"},
        {"q05"},    {"q10"}, {"q50"},    {"q90"},  {"q95"},    {"rank"}};
    TableRows<Text, Whole, Whole, Whole, Text, Whole, Real, Real, Real> years_{
        {"group"}, {"year"}, {"documents"}, {"sentences"}, {"code"}, {"count"}, {"share"}, {"lower"}, {"upper"}};
};

}  // namespace

CodeShares code_shares(const CodedDocuments& coded, const CodeShareOptions& options) {
    check_at_least(static_cast<double>(options.replicates), 99, "replicates");
    const CodeNumbers numbers(coded, options);
    CodeShareRows rows(coded, options);
    std::vector<std::string> notes;
    bool any = false;
    WorkStep step(options.work, "speeches drawn again", options.windows.size() * options.groups.size());
    for (const std::pair<int, int>& window : options.windows) {
        std::vector<std::optional<WindowNumbers>> found(options.groups.size());
        parallel_chunks(
            found.size(), 1, options.threads,
            [&](std::size_t begin, std::size_t end) {
                for (std::size_t g = begin; g < end; ++g) found[g] = numbers.of(options.groups[g], window);
            },
            step);
        OfWindow of_window;
        for (std::size_t g = 0; g < found.size(); ++g) {
            if (!found[g]) {
                notes.push_back(options.groups[g] + " has no document in " +
                                years_of_window(window.first, window.second));
                continue;
            }
            if (found[g]->documents < 2)
                notes.push_back(options.groups[g] + " has one document in " +
                                years_of_window(window.first, window.second) + ": its shares have no interval");
            any = true;
            rows.add(window, options.groups[g], *found[g]);
            of_window.emplace(options.groups[g], std::move(*found[g]));
        }
        rows.add_standings(window, of_window);
    }
    if (!any)
        throw TooLittleData({"", 0, 0, "there is no document of these groups in these years",
                             "look at the groups and years of the documents"});
    rows.add_years(numbers);
    CodeShares result = rows.take();
    result.notes = std::move(notes);
    return result;
}

}  // namespace tarazy
