#include "text/codes/corrected_shares.hpp"

#include "base/error.hpp"
#include "stats/normal.hpp"
#include "table/table_rows.hpp"
#include "text/codes/hand_codings.hpp"
#include "text/estimates/corrected_mean.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace tarazy {
namespace {

using ShareRows = TableRows<TextColumn, TextColumn, IntegerColumn, IntegerColumn, RealColumn, RealColumn, RealColumn,
                            RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn>;

void add_corrected(const std::string& window, const std::string& code, const CorrectedUnits& units, ShareRows& rows) {
    const auto coded = std::ranges::count_if(units.hand, [](const auto& one) { return one.has_value(); });
    double machine = 0;
    for (const double found : units.machine) machine += found;
    const double share = machine / static_cast<double>(units.machine.size());
    if (coded < 2) {
        rows.add(window, code, units.machine.size(), coded, share, std::nullopt, std::nullopt, std::nullopt,
                 std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt);
        return;
    }
    const MeanEstimate mean = design_weighted_mean(units, 0.95);
    const auto quantile = [&](double p) { return mean.estimate + normal_quantile(p) * mean.se; };
    rows.add(window, code, units.machine.size(), coded, share, mean.estimate, mean.se, mean.lower, mean.upper,
             quantile(0.05), quantile(0.1), quantile(0.5), quantile(0.9), quantile(0.95));
}

/// Of the sample, by code: how often both, one or none of machine and person see it.
Table sample_agreement(const CodedDocuments& coded, const HandCodings& codings) {
    TableRows rows(TextColumn{"code"}, IntegerColumn{"both"}, IntegerColumn{"machine_only"}, IntegerColumn{"hand_only"},
                   IntegerColumn{"neither"}, RealColumn{"precision"}, RealColumn{"recall"});
    for (std::size_t code = 0; code < coded.codes.size(); ++code) {
        std::size_t times[2][2] = {};
        double weight[2][2] = {};
        for (const CodedDocument& document : coded.documents) {
            for (std::size_t k = 0; k < document.sentences.size(); ++k) {
                const auto coding = codings.find({document.id, static_cast<std::int64_t>(k) + 1});
                if (coding == codings.end()) continue;
                const auto machine = document.sentences[k] >> code & 1, hand = coding->second.codes >> code & 1;
                ++times[machine][hand];
                weight[machine][hand] += 1 / coding->second.probability;
            }
        }
        const auto part_of = [&](double one, double other) -> std::optional<double> {
            return one + other > 0 ? std::optional(one / (one + other)) : std::nullopt;
        };
        rows.add(coded.codes[code], times[1][1], times[1][0], times[0][1], times[0][0],
                 part_of(weight[1][1], weight[1][0]), part_of(weight[1][1], weight[0][1]));
    }
    return rows.table();
}

}  // namespace

CorrectedShares corrected_shares(const CodedDocuments& coded, const Table& hand,
                                 const std::vector<std::pair<int, int>>& windows) {
    const HandCodings codings = read_hand_codings(coded, hand);
    ShareRows rows({"window"}, {"code"}, {"sentences"}, {"coded"}, {"machine"}, {"corrected"}, {"se"}, {"lower"},
                   {"upper"}, {"q05"}, {"q10"}, {"q50"}, {"q90"}, {"q95"});
    CorrectedShares result;
    for (const auto& [first, last] : windows) {
        const std::string window = years_of_window(first, last);
        std::size_t coded_sentences = 0;
        for (std::size_t code = 0; code < coded.codes.size(); ++code) {
            CorrectedUnits units;
            coded_sentences = 0;
            for (const CodedDocument& document : coded.documents) {
                if (document.year < first || document.year > last) continue;
                for (std::size_t k = 0; k < document.sentences.size(); ++k) {
                    const auto coding = codings.find({document.id, static_cast<std::int64_t>(k) + 1});
                    const bool seen = coding != codings.end();
                    coded_sentences += seen ? 1 : 0;
                    units.machine.push_back(static_cast<double>(document.sentences[k] >> code & 1));
                    units.hand.push_back(seen ? std::optional(static_cast<double>(coding->second.codes >> code & 1))
                                              : std::nullopt);
                    units.probability.push_back(seen ? coding->second.probability : 1);
                }
            }
            if (!units.machine.empty()) add_corrected(window, coded.codes[code], units, rows);
        }
        if (coded_sentences < 30)
            result.notes.push_back(std::to_string(coded_sentences) + " sentences of " + window +
                                   " are coded by hand: the normal interval is not to be trusted");
    }
    result.shares = rows.table();
    result.agreement = sample_agreement(coded, codings);
    if (hand.find("coder")) {
        const std::vector<std::string> names = require_texts(hand, "coder");
        const std::set<std::string> sorted(names.begin(), names.end());
        result.coders.assign(sorted.begin(), sorted.end());
    }
    return result;
}

}  // namespace tarazy
