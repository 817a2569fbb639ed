#include "text/counts/cooccurrence.hpp"

#include "base/parallel.hpp"
#include "stats/log_tails.hpp"
#include "text/counts/association.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace tarazy {
namespace {

constexpr std::uint32_t forms_no_pair = 0xFFFFFFFFU;

/// Where each type stands: its tokens, or the stretches that hold it.
struct PlacesOfTypes {
    std::vector<std::size_t> begin;
    std::vector<std::uint32_t> place;
};

/// Types that form pairs, numbered by their text; what the tokens say with these numbers.
struct PairedTypes {
    std::vector<std::uint32_t> type;    ///< of each number
    std::vector<std::uint32_t> number;  ///< of each token; `forms_no_pair` for the others
};

PairedTypes paired_types(const Tokens& tokens, const CooccurrenceOptions& options) {
    std::vector<std::uint32_t> count(tokens.types.size(), 0);
    for (const std::uint32_t type : tokens.type) ++count[type];
    PairedTypes paired;
    for (std::uint32_t type = 0; type < tokens.types.size(); ++type) {
        if (count[type] > 0 && count[type] >= options.least_count &&
            (options.left_out.empty() || !options.left_out[type]))
            paired.type.push_back(type);
    }
    std::ranges::sort(paired.type, {}, [&](std::uint32_t type) -> const std::string& { return tokens.types[type]; });
    std::vector<std::uint32_t> number_of(tokens.types.size(), forms_no_pair);
    for (std::uint32_t number = 0; number < paired.type.size(); ++number) number_of[paired.type[number]] = number;
    paired.number.reserve(tokens.size());
    for (const std::uint32_t type : tokens.type) paired.number.push_back(number_of[type]);
    return paired;
}

PlacesOfTypes places_of_types(std::span<const std::uint32_t> number, std::size_t numbers,
                              std::span<const std::uint32_t> place) {
    PlacesOfTypes places;
    places.begin.assign(numbers + 1, 0);
    for (const std::uint32_t one : number) places.begin[one + 1] += 1;
    std::partial_sum(places.begin.begin(), places.begin.end(), places.begin.begin());
    std::vector<std::size_t> next(places.begin.begin(), places.begin.end() - 1);
    places.place.resize(number.size());
    for (std::size_t k = 0; k < number.size(); ++k) places.place[next[number[k]]++] = place[k];
    return places;
}

/// What stands near the type `a`: counts by number, as long as one thread looks at it.
class Neighbours {
public:
    explicit Neighbours(std::size_t numbers) : count_(numbers, 0) {}
    void meet(std::uint32_t number) {
        if (count_[number]++ == 0) met_.push_back(number);
    }
    /// Gives each neighbour and its count, in any order, and forgets them.
    template <typename Visit>
    void hand_over(const Visit& visit) {
        for (const std::uint32_t number : met_) {
            visit(number, count_[number]);
            count_[number] = 0;
        }
        met_.clear();
    }

private:
    std::vector<std::uint32_t> count_;
    std::vector<std::uint32_t> met_;
};

struct RawPair {
    std::uint32_t a, b, n;
};

constexpr std::size_t types_in_chunk = 128;

/// Pairs of higher numbers with each `a`, chunk by chunk.
using ChunkedPairs = std::vector<std::vector<RawPair>>;

/// @param each_near  calls `meet` for all that stands near a place of `a`, itself excluded
template <typename EachNear>
ChunkedPairs pairs_by_type(const PlacesOfTypes& places, std::size_t numbers, const CooccurrenceOptions& options,
                           Cooccurrences& found, const PairedTypes& paired, const EachNear& each_near) {
    ChunkedPairs chunks((numbers + types_in_chunk - 1) / types_in_chunk);
    WorkStep step(options.work, "co-occurrences", numbers);
    parallel_chunks(
        numbers, types_in_chunk, options.threads,
        [&](std::size_t begin, std::size_t end) {
            Neighbours near(numbers);
            std::vector<RawPair>& pairs = chunks[begin / types_in_chunk];
            for (std::size_t a = begin; a < end; ++a) {
                if ((a & 15U) == 0) options.work.check();
                for (std::size_t k = places.begin[a]; k < places.begin[a + 1]; ++k) each_near(places.place[k], near);
                double part = 0;
                const auto own = static_cast<std::ptrdiff_t>(pairs.size());
                near.hand_over([&](std::uint32_t b, std::uint32_t n) {
                    part += n;
                    if (b == a) {
                        found.same_pairs[paired.type[a]] = n / 2;  // met from both ends
                    } else if (b > a && n >= options.least_pairs) {
                        pairs.push_back({static_cast<std::uint32_t>(a), b, n});
                    }
                });
                // Most neighbours are too rare to be pairs: those that are left are fewer to sort.
                std::ranges::sort(pairs.begin() + own, pairs.end(), {}, &RawPair::b);
                found.occurrences[paired.type[a]] = part;
            }
        },
        step);
    return chunks;
}

/// npmi of a pair that occurs n times of N, its parts f and g times.
double normalised_information(double n, double f, double g, double all) {
    const double of_pair = std::log(n / all);
    return of_pair < 0 ? std::log(n * all / (f * g)) / -of_pair : 1;
}

CooccurringPair judged_pair(std::uint32_t a, std::uint32_t b, double n, double f, double g, double all, double share) {
    CooccurringPair pair{a, b, n, f * g / all, normalised_information(n, f, g, all), 0};
    const TwoByTwo table{n, f - n, g - n, all - f - g + n};
    const double g2 = signed_g2(table);
    pair.g2 = std::isnan(g2) ? 0 : g2 * share;
    return pair;
}

ChunkedPairs window_pairs(const Tokens& tokens, std::span<const std::size_t> begins, const CooccurrenceOptions& options,
                          const PairedTypes& paired, Cooccurrences& found) {
    std::vector<std::uint32_t> number, place;
    std::vector<std::uint32_t> stretch_of(tokens.size(), 0);
    for (std::size_t stretch = 0; stretch + 1 < begins.size(); ++stretch) {
        std::fill(stretch_of.begin() + static_cast<std::ptrdiff_t>(begins[stretch]),
                  stretch_of.begin() + static_cast<std::ptrdiff_t>(begins[stretch + 1]),
                  static_cast<std::uint32_t>(stretch));
    }
    for (std::uint32_t k = 0; k < paired.number.size(); ++k) {
        if (paired.number[k] == forms_no_pair) continue;
        number.push_back(paired.number[k]);
        place.push_back(k);
    }
    const PlacesOfTypes places = places_of_types(number, paired.type.size(), place);
    ChunkedPairs chunks =
        pairs_by_type(places, paired.type.size(), options, found, paired, [&](std::uint32_t at, Neighbours& near) {
            const std::size_t stretch = stretch_of[at];
            const std::size_t from = std::max(begins[stretch], at > options.window ? at - options.window : 0);
            const std::size_t to = std::min(begins[stretch + 1], at + options.window + 1);
            for (std::size_t k = from; k < to; ++k) {
                if (k != at && paired.number[k] != forms_no_pair) near.meet(paired.number[k]);
            }
        });
    found.total = std::accumulate(found.occurrences.begin(), found.occurrences.end(), 0.0) / 2;
    return chunks;
}

ChunkedPairs stretch_pairs(std::span<const std::size_t> begins, const CooccurrenceOptions& options,
                           const PairedTypes& paired, Cooccurrences& found) {
    // What each stretch holds, each once and by number.
    std::vector<std::size_t> held_begin = {0};
    std::vector<std::uint32_t> held, stretch_of;
    for (std::size_t stretch = 0; stretch + 1 < begins.size(); ++stretch) {
        const std::size_t from = held.size();
        for (std::size_t k = begins[stretch]; k < begins[stretch + 1]; ++k) {
            if (paired.number[k] != forms_no_pair) held.push_back(paired.number[k]);
        }
        std::sort(held.begin() + static_cast<std::ptrdiff_t>(from), held.end());
        held.erase(std::unique(held.begin() + static_cast<std::ptrdiff_t>(from), held.end()), held.end());
        held_begin.push_back(held.size());
        stretch_of.resize(held.size(), static_cast<std::uint32_t>(stretch));
    }
    const PlacesOfTypes places = places_of_types(held, paired.type.size(), stretch_of);
    ChunkedPairs chunks =
        pairs_by_type(places, paired.type.size(), options, found, paired, [&](std::uint32_t stretch, Neighbours& near) {
            for (std::size_t k = held_begin[stretch]; k < held_begin[stretch + 1]; ++k) near.meet(held[k]);
        });
    for (std::uint32_t a = 0; a < paired.type.size(); ++a) {
        found.occurrences[paired.type[a]] = static_cast<double>(places.begin[a + 1] - places.begin[a]);
        found.same_pairs[paired.type[a]] = 0;
    }
    for (std::size_t stretch = 0; stretch + 1 < begins.size(); ++stretch)
        found.total += begins[stretch + 1] > begins[stretch] ? 1 : 0;
    return chunks;
}

}  // namespace

Cooccurrences cooccurrences(const Tokens& tokens, std::span<const std::size_t> begins,
                            const CooccurrenceOptions& options) {
    const PairedTypes paired = paired_types(tokens, options);
    Cooccurrences found;
    found.occurrences.assign(tokens.types.size(), 0.0);
    found.same_pairs.assign(tokens.types.size(), 0);
    const bool window = options.window > 0;
    const ChunkedPairs chunks =
        window ? window_pairs(tokens, begins, options, paired, found) : stretch_pairs(begins, options, paired, found);
    const double all = window ? 2 * found.total : found.total;
    for (const std::vector<RawPair>& chunk : chunks) {
        for (const RawPair& raw : chunk) {
            const std::uint32_t a = paired.type[raw.a], b = paired.type[raw.b];
            found.pairs.push_back(
                judged_pair(a, b, raw.n, found.occurrences[a], found.occurrences[b], all, window ? 0.5 : 1.0));
        }
    }
    return found;
}

std::vector<std::size_t> sentence_begins(const Tokens& tokens) {
    static const std::unordered_set<std::string_view> ends = {".",  "!",  "?", "…",  "...", "。",
                                                              "！", "？", "؟", "?!", "!?"};
    static const std::unordered_set<std::string_view> closing = {"\"", "”", "’", "»", "'", ")", "]", "」", "』"};
    enum class Mark : char { none, end, close };
    std::vector<Mark> mark;
    for (const std::string& type : tokens.types)
        mark.push_back(ends.contains(type) ? Mark::end : closing.contains(type) ? Mark::close : Mark::none);
    std::vector<std::size_t> begins;
    for (std::size_t document = 0; document + 1 < tokens.first.size(); ++document) {
        bool ended = true;
        for (std::size_t k = tokens.first[document]; k < tokens.first[document + 1]; ++k) {
            const Mark here = mark[tokens.type[k]];
            const bool first = k == tokens.first[document];
            if (first || (ended && here == Mark::none)) begins.push_back(k);
            ended = here == Mark::end || (ended && here == Mark::close && !first);
        }
    }
    begins.push_back(tokens.size());
    return begins;
}

Table cooccurrence_table(const Tokens& tokens, std::span<const CooccurringPair> pairs) {
    std::vector<std::string> a, b;
    std::vector<std::int64_t> n;
    std::vector<double> expected, npmi, g2, p, log10_p;
    for (const CooccurringPair& pair : pairs) {
        a.push_back(tokens.types[pair.a]);
        b.push_back(tokens.types[pair.b]);
        n.push_back(std::llround(pair.n));
        expected.push_back(pair.expected);
        npmi.push_back(pair.npmi);
        g2.push_back(pair.g2);
        log10_p.push_back(log10_chi_square1_upper(std::abs(pair.g2)));
        p.push_back(std::pow(10.0, log10_p.back()));
    }
    Table table;
    table.add("a", Column(a));
    table.add("b", Column(b));
    table.add("n", Column(std::move(n)));
    table.add("expected", Column(std::move(expected)));
    table.add("npmi", Column(std::move(npmi)));
    table.add("G2", Column(std::move(g2)));
    table.add("p", Column(std::move(p)));
    table.add("log10_p", Column(std::move(log10_p)));
    return table;
}

}  // namespace tarazy
