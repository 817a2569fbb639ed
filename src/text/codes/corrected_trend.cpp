#include "text/codes/corrected_trend.hpp"

#include "base/argument_checks.hpp"
#include "stats/normal.hpp"
#include "stats/student.hpp"
#include "table/table_rows.hpp"
#include "text/codes/hand_codings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace tarazy {
namespace {

struct TrendSentence {
    std::size_t document = 0;
    int year = 0;
    CodeSet machine = 0;
    const HandCoding* hand = nullptr;
};

std::vector<TrendSentence> trend_sentences(const CodedDocuments& coded, const HandCodings& codings, int first,
                                           int last) {
    std::vector<TrendSentence> sentences;
    for (std::size_t d = 0; d < coded.documents.size(); ++d) {
        const CodedDocument& document = coded.documents[d];
        if (document.year < first || document.year > last) continue;
        for (std::size_t k = 0; k < document.sentences.size(); ++k) {
            const auto coding = codings.find({document.id, static_cast<std::int64_t>(k) + 1});
            sentences.push_back(
                {d, document.year, document.sentences[k], coding == codings.end() ? nullptr : &coding->second});
        }
    }
    return sentences;
}

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double variance_of(const std::vector<double>& values) {
    const double mean = mean_of(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return squares / (static_cast<double>(values.size()) - 1);
}

/// The sentences of one code, corrected one by one.
struct CorrectedSentences {
    double lambda = 0;
    std::vector<double> machine, corrected;  ///< f and z
};

CorrectedSentences corrected_sentences(const std::vector<TrendSentence>& sentences, std::size_t code) {
    CorrectedSentences result;
    std::vector<double> hand, rest;  // z = hand + lambda rest
    for (const TrendSentence& each : sentences) {
        const auto found = static_cast<double>(each.machine >> code & 1);
        const double weight = each.hand == nullptr ? 0 : 1 / each.hand->probability;
        result.machine.push_back(found);
        hand.push_back(each.hand == nullptr ? 0 : weight * static_cast<double>(each.hand->codes >> code & 1));
        rest.push_back(found * (1 - weight));
    }
    const double hand_mean = mean_of(hand), rest_mean = mean_of(rest);
    double covariance = 0, variance = 0;
    for (std::size_t k = 0; k < hand.size(); ++k) {
        covariance += (hand[k] - hand_mean) * (rest[k] - rest_mean);
        variance += (rest[k] - rest_mean) * (rest[k] - rest_mean);
    }
    result.lambda = variance > 0 ? std::clamp(-covariance / variance, 0.0, 1.0) : 0.0;
    for (std::size_t k = 0; k < hand.size(); ++k) result.corrected.push_back(hand[k] + result.lambda * rest[k]);
    return result;
}

/// A number with its error, and the multiple of it that stands at each probability.
struct TrendNumber {
    double value = 0, se = 0;
    std::optional<double> degrees = {};  ///< of Student's t; nothing: the normal law

    [[nodiscard]] double at(double probability) const {
        return value + se * (degrees ? student_quantile(probability, *degrees) : normal_quantile(probability));
    }
};

constexpr std::array<double, 7> trend_probabilities = {0.025, 0.975, 0.05, 0.1, 0.5, 0.9, 0.95};

std::array<std::optional<double>, 7> trend_quantiles(const std::optional<TrendNumber>& number) {
    std::array<std::optional<double>, 7> result;
    for (std::size_t k = 0; number && k < result.size(); ++k) result[k] = number->at(trend_probabilities[k]);
    return result;
}

/// Change in ten years by least squares; nothing where all is of one year or of fewer than three documents.
std::optional<TrendNumber> slope_of(const std::vector<TrendSentence>& sentences, const std::vector<double>& values) {
    double mean_year = 0;
    for (const TrendSentence& each : sentences) mean_year += each.year;
    mean_year /= static_cast<double>(sentences.size());
    const double mean = mean_of(values);
    double spread = 0, together = 0;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const double t = (sentences[k].year - mean_year) / 10;
        spread += t * t;
        together += t * (values[k] - mean);
    }
    if (!(spread > 0)) return std::nullopt;
    TrendNumber slope{together / spread, 0, 0.0};
    double squares = 0, documents = 0, score = 0;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const double t = (sentences[k].year - mean_year) / 10;
        score += t * (values[k] - mean - slope.value * t);
        if (k + 1 < values.size() && sentences[k + 1].document == sentences[k].document) continue;
        squares += score * score;
        score = 0;
        ++documents;
    }
    if (documents < 3) return std::nullopt;
    slope.se = std::sqrt(squares * documents / (documents - 1)) / spread;
    slope.degrees = documents - 2;
    return slope;
}

struct PeriodSentences {
    int first = 0, last = 0;
    std::vector<std::size_t> sentences;
    std::size_t coded = 0;
};

}  // namespace

std::vector<std::pair<int, int>> trend_periods(int first, int last, int years) {
    std::vector<std::pair<int, int>> periods;
    for (; last >= first; last -= years) periods.emplace_back(std::max(first, last - years + 1), last);
    std::ranges::reverse(periods);
    return periods;
}

CorrectedTrend corrected_trend(const CodedDocuments& coded, const Table& hand, const CorrectedTrendOptions& options) {
    check_at_least(options.period, 1, "period");
    check_at_least(static_cast<double>(options.least_coded), 2, "least_coded");
    const HandCodings codings = read_hand_codings(coded, hand);
    const std::vector<TrendSentence> sentences = trend_sentences(coded, codings, options.first, options.last);
    CorrectedTrend result;
    std::size_t all_coded = 0, documents = 0;
    for (std::size_t k = 0; k < sentences.size(); ++k) {
        all_coded += sentences[k].hand != nullptr ? 1 : 0;
        documents += k == 0 || sentences[k].document != sentences[k - 1].document ? 1 : 0;
    }
    std::vector<PeriodSentences> periods;
    for (const auto& [first, last] : trend_periods(options.first, options.last, options.period)) {
        PeriodSentences period{first, last, {}, 0};
        for (std::size_t k = 0; k < sentences.size(); ++k) {
            if (sentences[k].year < first || sentences[k].year > last) continue;
            period.sentences.push_back(k);
            period.coded += sentences[k].hand != nullptr ? 1 : 0;
        }
        if (period.sentences.empty()) continue;
        if (period.coded < options.least_coded)
            result.notes.push_back(std::to_string(period.coded) + " sentences of " + years_of_window(first, last) +
                                   " are coded by hand: too few to correct its shares");
        periods.push_back(std::move(period));
    }
    TableRows rows(TextColumn{"period"}, IntegerColumn{"first"}, IntegerColumn{"last"}, TextColumn{"code"},
                   IntegerColumn{"sentences"}, IntegerColumn{"coded"}, RealColumn{"machine"}, RealColumn{"corrected"},
                   RealColumn{"se"}, RealColumn{"lower"}, RealColumn{"upper"}, RealColumn{"q05"}, RealColumn{"q10"},
                   RealColumn{"q50"}, RealColumn{"q90"}, RealColumn{"q95"});
    TableRows slopes(TextColumn{"window"}, TextColumn{"code"}, IntegerColumn{"sentences"}, IntegerColumn{"coded"},
                     IntegerColumn{"documents"}, RealColumn{"lambda"}, RealColumn{"machine_slope"}, RealColumn{"slope"},
                     RealColumn{"se"}, RealColumn{"lower"}, RealColumn{"upper"}, RealColumn{"q05"}, RealColumn{"q10"},
                     RealColumn{"q50"}, RealColumn{"q90"}, RealColumn{"q95"});
    for (std::size_t code = 0; code < coded.codes.size() && sentences.size() > 1; ++code) {
        const CorrectedSentences values = corrected_sentences(sentences, code);
        const double of_all = variance_of(values.corrected);
        for (const PeriodSentences& period : periods) {
            std::vector<double> found, machine;
            for (const std::size_t k : period.sentences) {
                found.push_back(values.corrected[k]);
                machine.push_back(values.machine[k]);
            }
            std::optional<TrendNumber> share;
            if (period.coded >= options.least_coded)
                share = TrendNumber{mean_of(found), std::sqrt(std::max(variance_of(found), of_all) /
                                                              static_cast<double>(found.size()))};
            const auto q = trend_quantiles(share);
            rows.add(years_of_window(period.first, period.last), period.first, period.last, coded.codes[code],
                     found.size(), period.coded, mean_of(machine), share ? std::optional(share->value) : std::nullopt,
                     share ? std::optional(share->se) : std::nullopt, q[0], q[1], q[2], q[3], q[4], q[5], q[6]);
        }
        std::optional<TrendNumber> slope, machine = slope_of(sentences, values.machine);
        if (all_coded >= options.least_coded) slope = slope_of(sentences, values.corrected);
        const auto q = trend_quantiles(slope);
        slopes.add(years_of_window(options.first, options.last), coded.codes[code], sentences.size(), all_coded,
                   documents, values.lambda, machine ? std::optional(machine->value) : std::nullopt,
                   slope ? std::optional(slope->value) : std::nullopt, slope ? std::optional(slope->se) : std::nullopt,
                   q[0], q[1], q[2], q[3], q[4], q[5], q[6]);
    }
    result.periods = rows.table();
    result.slopes = slopes.table();
    return result;
}

}  // namespace tarazy
