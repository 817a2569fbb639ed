#include "text/counts/collocations.hpp"

#include "base/argument_checks.hpp"
#include "text/counts/ngram_numbers.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>

namespace tarazy {
namespace {

/// The words of all sequences, position by position, and how often what stands in a subset of positions occurs.
class SequenceCounts {
public:
    SequenceCounts(const Tokens& tokens, const CollocationOptions& options)
        : size_(options.size), types_(tokens.types.size()), words_(options.size), counts_(std::size_t{1} << size_) {
        const auto kept = [&](std::uint32_t type) { return options.left_out.empty() || !options.left_out[type]; };
        for (std::size_t document = 0; document + 1 < tokens.first.size(); ++document) {
            std::size_t run = 0;  // tokens in a row up to here, none left out
            for (std::size_t k = tokens.first[document]; k < tokens.first[document + 1]; ++k) {
                run = kept(tokens.type[k]) ? run + 1 : 0;
                if (run < size_) continue;
                places_.push_back(k + 1 - size_);
            }
        }
        for (std::size_t position = 0; position < size_; ++position) {
            words_[position].reserve(places_.size());
            for (const std::size_t place : places_) words_[position].push_back(tokens.type[place + position]);
        }
    }

    [[nodiscard]] std::size_t sequences() const { return places_.size(); }
    [[nodiscard]] std::size_t place(std::size_t sequence) const { return places_[sequence]; }

    /// The sequences of the first two positions, three, ..., of all: each by number.
    void number_prefixes(WorkStep& step) {
        prefixes_.resize(size_ + 1);
        std::span<const std::uint32_t> number = words_[0];
        std::size_t numbers = types_;
        for (std::size_t position = 1; position < size_; ++position) {
            NumberedPairs& longer = prefixes_[position + 1];
            longer = position + 1 < size_ ? number_pairs(number, numbers, words_[position], types_, step)
                                          : count_pairs(number, numbers, words_[position], types_, step);
            number = longer.number;
            numbers = longer.count.size();
        }
    }

    /// The first occurrence of each whole sequence that occurs often enough.
    [[nodiscard]] std::vector<std::size_t> frequent(std::uint32_t least_count) {
        const NumberedPairs& whole = prefixes_[size_];
        std::vector<std::size_t> chosen;
        for (std::size_t number = 0; number < whole.count.size(); ++number) {
            if (whole.count[number] < least_count) continue;
            chosen.push_back(whole.first[number]);
            counts_.back().push_back(whole.count[number]);
        }
        return chosen;
    }

    /// For each chosen sequence and each subset of positions (a bit a position), sequences that agree with it there.
    void count_subsets(const std::vector<std::size_t>& chosen, WorkStep& step) {
        counts_[0].assign(chosen.size(), static_cast<std::uint32_t>(sequences()));
        for (std::size_t position = 0; position < size_; ++position) {
            std::vector<std::uint32_t> count(types_, 0);
            for (const std::uint32_t word : words_[position]) ++count[word];
            const std::size_t subset = std::size_t{1} << position;
            for (const std::size_t sequence : chosen) counts_[subset].push_back(count[words_[position][sequence]]);
            extend(words_[position], types_, subset, position + 1, chosen, step);
        }
    }

    [[nodiscard]] double agreeing(std::size_t subset, std::size_t k) const { return counts_[subset][k]; }

private:
    void extend(std::span<const std::uint32_t> number, std::size_t numbers, std::size_t subset, std::size_t from,
                const std::vector<std::size_t>& chosen, WorkStep& step) {
        for (std::size_t position = from; position < size_; ++position) {
            const std::size_t larger = subset | std::size_t{1} << position;
            if (larger + 1 == counts_.size()) continue;          // the whole was counted when it was chosen
            const bool known = std::has_single_bit(larger + 1);  // the first positions: numbered already
            const NumberedPairs fresh =
                known ? NumberedPairs{} : number_pairs(number, numbers, words_[position], types_, step);
            const NumberedPairs& pairs = known ? prefixes_[position + 1] : fresh;
            for (const std::size_t sequence : chosen) counts_[larger].push_back(pairs.count[pairs.number[sequence]]);
            extend(pairs.number, pairs.count.size(), larger, position + 1, chosen, step);
        }
    }

    std::size_t size_, types_;
    std::vector<std::size_t> places_;
    std::vector<std::vector<std::uint32_t>> words_;
    std::vector<std::vector<std::uint32_t>> counts_;
    std::vector<NumberedPairs> prefixes_;
};

Collocation judge_sequence(const SequenceCounts& counts, std::size_t k, std::size_t size, double smoothing) {
    const std::size_t subsets = std::size_t{1} << size;
    std::vector<double> exactly(subsets);
    for (std::size_t b = 0; b < subsets; ++b) exactly[b] = counts.agreeing(b, k);
    // From "agrees at least in b" to "agrees in b only", a position after the other.
    for (std::size_t bit = 1; bit < subsets; bit <<= 1) {
        for (std::size_t b = 0; b < subsets; ++b) {
            if ((b & bit) == 0) exactly[b] -= exactly[b | bit];
        }
    }
    Collocation one;
    double variance = 0;
    for (std::size_t b = 0; b < subsets; ++b) {
        const bool odd = (size - static_cast<std::size_t>(std::popcount(b))) % 2 == 1;
        one.lambda += (odd ? -1 : 1) * std::log(exactly[b] + smoothing);
        variance += 1 / (exactly[b] + smoothing);
    }
    one.z = one.lambda / std::sqrt(variance);
    const double n = counts.agreeing(subsets - 1, k), all = static_cast<double>(counts.sequences());
    double of_parts = 0, parts = 0;
    for (std::size_t position = 0; position < size; ++position) {
        const double part = counts.agreeing(std::size_t{1} << position, k);
        of_parts += std::log2(part / all);
        parts += part;
    }
    const double of_whole = std::log2(n / all);
    one.count = static_cast<std::uint32_t>(n);
    one.pmi = of_whole - of_parts;
    // Where nothing else occurs the parts are as bound as can be.
    one.npmi = of_whole < 0 ? one.pmi / (-static_cast<double>(size - 1) * of_whole) : 1;
    one.log_dice = 14 + std::log2(static_cast<double>(size) * n / parts);
    return one;
}

/// Passes over the tokens: one for each subset of two positions or more.
std::size_t collocation_passes(std::size_t size) {
    return (std::size_t{1} << size) - 1 - size;
}

}  // namespace

Collocations collocations(const Tokens& tokens, const CollocationOptions& options) {
    const std::size_t size = options.size;
    check_between(static_cast<double>(size), 2, 5, "--size");
    check_positive(options.smoothing, "--smoothing");
    SequenceCounts counts(tokens, options);
    Collocations result{{}, counts.sequences()};
    WorkStep step(options.work, "collocations", counts.sequences() * collocation_passes(size));
    counts.number_prefixes(step);
    const std::vector<std::size_t> chosen = counts.frequent(std::max<std::uint32_t>(options.least_count, 1));
    counts.count_subsets(chosen, step);
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        Collocation& one = result.found.emplace_back(judge_sequence(counts, k, size, options.smoothing));
        one.place = counts.place(chosen[k]);
    }
    const auto by_words = [&](const Collocation& x, const Collocation& y) {
        for (std::size_t k = 0; k < size; ++k) {
            const std::uint32_t of_x = tokens.type[x.place + k], of_y = tokens.type[y.place + k];
            if (of_x != of_y) return tokens.types[of_x] < tokens.types[of_y];
        }
        return false;
    };
    std::ranges::sort(result.found, [&](const Collocation& x, const Collocation& y) {
        if (x.z != y.z) return x.z > y.z;
        if (x.count != y.count) return x.count > y.count;
        return by_words(x, y);
    });
    return result;
}

Table collocations_table(const Tokens& tokens, const Collocations& found, std::size_t size) {
    std::vector<std::string> texts;
    std::vector<std::int64_t> counts;
    std::vector<double> lambda, z, pmi, npmi, log_dice;
    for (const Collocation& one : found.found) {
        std::string& text = texts.emplace_back();
        for (std::size_t k = 0; k < size; ++k) {
            if (k > 0) text += ' ';
            text += tokens.types[tokens.type[one.place + k]];
        }
        counts.push_back(one.count);
        lambda.push_back(one.lambda);
        z.push_back(one.z);
        pmi.push_back(one.pmi);
        npmi.push_back(one.npmi);
        log_dice.push_back(one.log_dice);
    }
    Table table;
    table.add("collocation", Column(texts));
    table.add("count", Column(std::move(counts)));
    table.add("lambda", Column(std::move(lambda)));
    table.add("z", Column(std::move(z)));
    table.add("pmi", Column(std::move(pmi)));
    table.add("npmi", Column(std::move(npmi)));
    table.add("log_dice", Column(std::move(log_dice)));
    return table;
}

}  // namespace tarazy
