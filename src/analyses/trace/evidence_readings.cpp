#include "analyses/trace/evidence_readings.hpp"

#include "analyses/trace/evidence_analysis.hpp"
#include "analyses/trace/evidence_claims.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tarazy {
namespace {

/// One entry of the data, read otherwise.
struct EvidenceReading {
    std::string role, entry, variable, as_recorded, other, basis;
    RivalExplanations rivals;
};

using ClaimsByQuantity = std::map<std::string, Claim>;

std::vector<EvidenceReading> other_evidence(const RivalExplanations& rivals) {
    std::vector<EvidenceReading> readings;
    const std::string prefix = rivals.set.empty() ? "" : rivals.set + ": ";
    for (std::size_t c = 0; c < rivals.clues.size(); ++c) {
        const Clue& clue = rivals.clues[c];
        if (clue.found != ClueFound::not_sought && !clue.joint && clue.confidence == "low") {
            readings.push_back({"clues", prefix + clue.id, "found", std::string(to_string(clue.found)), "not_sought",
                                "low confidence", without_clue(rivals, c)});
        }
        if (clue.found == ClueFound::not_sought) continue;
        for (std::size_t h = 0; h < clue.likelihoods.size(); ++h) {
            const ElicitedProbability& recorded = clue.likelihoods[h].probability;
            const auto add = [&](double value, const std::string& basis) {
                if (value == recorded.value) return;
                RivalExplanations changed = rivals;
                changed.clues[c].likelihoods[h].probability = {value, value, value};
                readings.push_back({"likelihoods", prefix + clue.id + " | " + rivals.hypotheses[h].id, "likelihood",
                                    number_text(recorded.value), number_text(value), basis, std::move(changed)});
            };
            for (const double other : clue.likelihoods[h].others) add(other, "stated alternative");
            const auto stated = [&](double value) {
                return std::ranges::find(clue.likelihoods[h].others, value) != clue.likelihoods[h].others.end();
            };
            if (!stated(recorded.low)) add(recorded.low, "elicited range");
            if (!stated(recorded.high)) add(recorded.high, "elicited range");
        }
    }
    return readings;
}

/// The tested claims; none where the evidence is impossible under the reading.
ClaimsByQuantity tested_evidence(const AnalysisPlan& plan, const RivalExplanations& rivals) {
    ClaimsByQuantity tested;
    try {
        for (Claim& claim : evidence_claims(plan, evidence_tables(evidence_result(plan, rivals, reading_draws)))) {
            std::string quantity = claim.id.substr(plan.id.size() + 1);
            if (std::ranges::find(plan.tested, quantity) != plan.tested.end())
                tested.emplace(std::move(quantity), std::move(claim));
        }
    } catch (const InputError&) {
        tested.clear();
    }
    return tested;
}

double quantile_at(const Claim& claim, double probability) {
    for (const Quantile& one : claim.quantiles)
        if (one.probability == probability) return one.value;
    return Column::missing_real;
}

bool same_number(const Claim& a, const Claim& b) {
    return a.value == b.value && std::ranges::equal(a.quantiles, b.quantiles, {}, &Quantile::value, &Quantile::value);
}

}  // namespace

Table evidence_readings(const AnalysisPlan& plan, const RoleTables& data) {
    TableRows rows(TextColumn{"data"}, TextColumn{"entry"}, TextColumn{"variable"}, TextColumn{"as_recorded"},
                   TextColumn{"other"}, TextColumn{"basis"}, TextColumn{"quantity"}, RealColumn{"value"},
                   TextColumn{"statement"}, RealColumn{"q05"}, RealColumn{"q10"}, RealColumn{"q50"}, RealColumn{"q90"},
                   RealColumn{"q95"});
    if (plan.tested.empty()) return rows.table();
    const RivalExplanations rivals = rivals_of(plan, data);
    const std::vector<EvidenceReading> readings = other_evidence(rivals);
    AnalysisPlan each = plan;
    each.frame.work = plan.frame.work.unheard();
    each.frame.threads = 1;
    const ClaimsByQuantity before = tested_evidence(each, rivals);
    std::vector<ClaimsByQuantity> now(readings.size());
    WorkStep step(plan.frame.work, "other readings of the evidence", readings.size());
    parallel_chunks(
        readings.size(), 1, plan.frame.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t r = begin; r < end; ++r) now[r] = tested_evidence(each, readings[r].rivals);
        },
        step);
    for (std::size_t r = 0; r < readings.size(); ++r) {
        const EvidenceReading& reading = readings[r];
        bool differs = false;
        const auto add = [&](const std::string& quantity, const Claim& claim) {
            rows.add(plan.input(reading.role)->key, reading.entry, reading.variable, reading.as_recorded, reading.other,
                     reading.basis, quantity, claim.value, claim.statement, quantile_at(claim, 0.05),
                     quantile_at(claim, 0.1), quantile_at(claim, 0.5), quantile_at(claim, 0.9),
                     quantile_at(claim, 0.95));
        };
        for (const auto& [quantity, recorded] : before) {
            const auto then = now[r].find(quantity);
            if (then != now[r].end() && same_number(then->second, recorded)) continue;
            differs = true;
            add(quantity, then == now[r].end() ? Claim{} : then->second);
        }
        if (!differs) add("", {});
    }
    return rows.table();
}

}  // namespace tarazy
